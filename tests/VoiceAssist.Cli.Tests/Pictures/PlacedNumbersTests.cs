using VoiceAssist.Cli.Pictures;

namespace VoiceAssist.Cli.Tests.Pictures;

public sealed class PlacedNumbersTests
{
    private const double Width = 500;

    [Fact]
    public void Numbers_with_room_stay_where_they_are() =>
        Assert.Equal([(1, 0), (2, 100), (1, 400)], PlacedNumbers.Place([(1, 0), (2, 100), (1, 400)], Width));

    [Fact]
    public void A_number_is_shifted_until_it_no_longer_touches_the_one_before() =>
        Assert.Equal([(2, 50), (3, 50 + PlacedNumbers.WidthOf(2))], PlacedNumbers.Place([(2, 50), (3, 52)], Width));

    [Fact]
    public void A_number_that_repeats_its_neighbour_is_left_out_where_it_would_be_shifted() =>
        Assert.Equal([(1, 50), (2, 200)], PlacedNumbers.Place([(1, 50), (1, 55), (2, 200)], Width));

    [Fact]
    public void At_the_right_edge_numbers_give_way_to_the_left() =>
        Assert.Equal([(1, Width - PlacedNumbers.WidthOf(2) - PlacedNumbers.WidthOf(1)), (2, Width - PlacedNumbers.WidthOf(2))], PlacedNumbers.Place([(1, 495), (2, 498)], Width));

    [Fact]
    public void No_two_numbers_ever_touch_and_none_leaves_the_picture()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var wanted = Enumerable.Range(0, random.Next(1, 16)).Select(_ => (Number: random.Next(1, 13), At: random.NextDouble() * Width)).OrderBy(n => n.At);
            var placed = PlacedNumbers.Place(wanted, Width);
            Assert.True(placed[0].At >= 0, $"seed {seed}");
            Assert.True(placed[^1].At + PlacedNumbers.WidthOf(placed[^1].Number) <= Width + 1e-9, $"seed {seed}");
            Assert.All(placed.Zip(placed.Skip(1)), pair => Assert.True(pair.First.At + PlacedNumbers.WidthOf(pair.First.Number) <= pair.Second.At + 1e-9, $"seed {seed}"));
        }
    }
}

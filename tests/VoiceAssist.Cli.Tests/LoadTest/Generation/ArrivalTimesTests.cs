using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.Tests.LoadTest.Generation;

public sealed class ArrivalTimesTests
{
    [Theory]
    [InlineData("hold:100@10s", 1, 1000)]
    [InlineData("ramp:100@10s", 1, 500)]
    [InlineData("hold:5000@1s", 1, 5000)]
    [InlineData("hold:0.5@10s", 1, 5)]
    [InlineData("hold:100@10s", 10, 100)]
    public void As_many_are_due_as_the_rate_says(string load, double speed, int count) =>
        Assert.InRange(Of(load, speed, jitter: 0).Count, count - 1, count);

    [Fact]
    public void Without_jitter_they_are_evenly_apart()
    {
        var times = Of("hold:250@4s", 1, jitter: 0);

        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(4, (pair.Second - pair.First).TotalMilliseconds, 0.01));
    }

    [Fact]
    public void Jitter_moves_each_but_never_backwards_and_leaves_the_rate()
    {
        var times = Of("hold:250@4s", 1, jitter: 1);

        Assert.Equal(times.Order(), times);
        Assert.InRange(times.Count, 999, 1000);
        Assert.True(times.Zip(times.Skip(1), (a, b) => (b - a).TotalMilliseconds).Distinct().Count() > 100);
    }

    [Fact]
    public void The_same_seed_gives_the_same_times() => Assert.Equal(Of("hold:50@4s", 1, 1), Of("hold:50@4s", 1, 1));

    private static List<TimeSpan> Of(string load, double speed, double jitter) =>
        [.. ArrivalTimes.Of(LoadProfile.Parse(load), speed, jitter, new Random(1))];
}

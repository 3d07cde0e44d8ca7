using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Tests.Quantities;

public class GoDurationTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("15.012s", 150_120_000)]
    [InlineData("1m0.5s", 605_000_000)]
    [InlineData("1h", 36_000_000_000)]
    [InlineData("1.5ms", 15_000)]
    [InlineData(".5s", 5_000_000)]
    [InlineData("2us", 20)]
    [InlineData("2µs", 20)]
    [InlineData("15.000000001s", 150_000_001)] // a nanosecond more than 15 s is more than 15 s
    public void Fractions_and_all_units_of_Go_are_read(string text, long ticks)
    {
        Assert.True(GoDuration.TryParse(text, out var value));
        Assert.Equal(ticks, value.Ticks);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("s")]
    [InlineData("1.2.3s")]
    [InlineData("-1s")]
    [InlineData("1d")]
    [InlineData("99999999999999h")]
    [InlineData("99999999999999999999999999999999s")]
    public void Anything_else_is_not(string? text) => Assert.False(GoDuration.TryParse(text, out _));
}

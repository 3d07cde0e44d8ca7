using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Tests.Quantities;

public class DurationTests
{
    [Theory]
    [InlineData("15s", 15_000, "15s")]
    [InlineData("90s", 90_000, "1m30s")]
    [InlineData("1h30m", 5_400_000, "1h30m")]
    [InlineData("1m500ms", 60_500, "1m500ms")]
    [InlineData("0", 0, "0s")]
    [InlineData("0s", 0, "0s")]
    public void It_reads_whole_units_and_prints_each_once(string text, long milliseconds, string canonical)
    {
        Assert.Equal(milliseconds, Duration.Parse(text).Milliseconds);
        Assert.Equal(canonical, Duration.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("s")]
    [InlineData("1.5s")]
    [InlineData("1s1m")]
    [InlineData("1s1s")]
    [InlineData("-1s")]
    [InlineData("1d")]
    [InlineData("99999999999999h")]
    public void It_refuses_anything_else(string text) => Assert.Throws<FormatException>(() => Duration.Parse(text));
}

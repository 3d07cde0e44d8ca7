using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Tests.Quantities;

public class PercentTests
{
    [Theory]
    [InlineData("70%", 70)]
    [InlineData("70", 70)]
    [InlineData("0%", 0)]
    [InlineData("250%", 250)]
    public void It_reads_whole_percentages(string text, int value)
    {
        Assert.Equal(value, Percent.Parse(text).Value);
        Assert.Equal($"{value}%", Percent.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("7.5%")]
    [InlineData("-1%")]
    [InlineData("70 %")]
    public void It_refuses_anything_else(string text) => Assert.Throws<FormatException>(() => Percent.Parse(text));
}

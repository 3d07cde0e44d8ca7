using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Tests.Quantities;

public class MilliTests
{
    [Theory]
    [InlineData("156340u", 157)]
    [InlineData("156000u", 156)]
    [InlineData("1n", 1)]
    [InlineData("2", 2000)]
    [InlineData("100", 100_000)]
    [InlineData("1Ki", 1_024_000)]
    [InlineData("-1500u", -2)]
    [InlineData("9223372036854775807m", long.MaxValue)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775807", long.MinValue)]
    public void Quantities_are_counted_in_thousandths_rounded_up_and_saturate(string text, long milli) =>
        Assert.Equal(milli, Milli.Parse(text));

    [Theory]
    [InlineData(0.1, 100)]
    [InlineData(4.35, 4350)]
    [InlineData(12.3456, 12346)]
    [InlineData(0, 0)]
    [InlineData(-2.5, -2500)]
    [InlineData(1e300, long.MaxValue)]
    [InlineData(double.PositiveInfinity, long.MaxValue)]
    [InlineData(double.NegativeInfinity, long.MinValue)]
    public void Measured_numbers_have_a_defined_value(double value, long milli)
    {
        Assert.True(Milli.TryFrom(value, out var result));
        Assert.Equal(milli, result);
    }

    [Fact]
    public void Not_a_number_is_no_measurement() => Assert.False(Milli.TryFrom(double.NaN, out _));
}

using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Tests.Quantities;

public class QuantityTextTests
{
    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("100m", 0.1)]
    [InlineData("0.02", 0.02)]
    [InlineData("1", 1)]
    [InlineData("3k", 3000)]
    [InlineData("0.35", 350 * 0.001)]
    [InlineData("0.0005", 500 * 1e-6)]
    [InlineData("0", 0)]
    public void A_tolerance_is_the_double_that_the_stored_form_gives(string text, double expected) =>
        Assert.Equal(expected, QuantityText.Parse(text, "Tolerance").ToDoubleAsStored());

    [Theory]
    [InlineData("-0.1", "-100m")]
    [InlineData("2.5", "2500m")]
    [InlineData("3000", "3k")]
    [InlineData("0.00", "0")]
    [InlineData("1e30", "1000000000000E")]
    public void The_decimal_form_is_canonical(string text, string expected) =>
        Assert.Equal(expected, QuantityText.Parse(text, "Quantity").ToString());
}

using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Tests.Quantities;

public class CpuTests
{
    [Theory]
    [InlineData("250m", 250, "250m")]
    [InlineData("2", 2000, "2")]
    [InlineData("1.5", 1500, "1500m")]
    [InlineData("0.1", 100, "100m")]
    [InlineData("+1", 1000, "1")]
    [InlineData("2000m", 2000, "2")]
    [InlineData("1k", 1_000_000, "1000")]
    [InlineData("1e-1", 100, "100m")]
    [InlineData(".5", 500, "500m")]
    [InlineData("5.", 5000, "5")]
    [InlineData("0", 0, "0")]
    public void It_reads_kubernetes_quantities_and_prints_the_canonical_form(string text, long millicores, string canonical)
    {
        var cpu = Cpu.Parse(text);
        Assert.Equal(millicores, cpu.Millicores);
        Assert.Equal(canonical, cpu.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1M1")]
    [InlineData("m")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("-1")]
    [InlineData("0.5m")]
    [InlineData("1e")]
    [InlineData("1e99")]
    [InlineData("99999999999999999999")]
    public void It_refuses_what_is_no_amount_of_cpu(string text)
    {
        Assert.Throws<FormatException>(() => Cpu.Parse(text));
        Assert.False(Cpu.TryParse(text, out _));
    }

    [Fact]
    public void Equal_amounts_are_equal_however_they_were_written() => Assert.Equal(Cpu.Parse("2"), Cpu.Parse("2000m"));

    [Fact]
    public void It_cannot_become_negative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cpu.Parse("1") - Cpu.Parse("2"));

    [Fact]
    public void It_adds_multiplies_and_compares_exactly()
    {
        Assert.Equal(Cpu.Parse("1750m"), (Cpu.Parse("500m") * 3) + Cpu.Parse("250m"));
        Assert.True(Cpu.Parse("999m") < Cpu.Parse("1"));
        Assert.True(Cpu.Parse("1") >= Cpu.Parse("1000m"));
    }
}

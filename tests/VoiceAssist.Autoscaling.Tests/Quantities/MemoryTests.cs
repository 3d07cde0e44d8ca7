using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Tests.Quantities;

public class MemoryTests
{
    [Theory]
    [InlineData("512Mi", 536_870_912, "512Mi")]
    [InlineData("1.5Gi", 1_610_612_736, "1536Mi")]
    [InlineData("1024Mi", 1_073_741_824, "1Gi")]
    [InlineData("1G", 1_000_000_000, "1000000000")]
    [InlineData("1000", 1000, "1000")]
    [InlineData("1Ki", 1024, "1Ki")]
    [InlineData("2048000m", 2048, "2Ki")]
    [InlineData("0", 0, "0")]
    [InlineData("1Ei", 1L << 60, "1Ei")]
    public void It_reads_kubernetes_quantities_and_prints_the_canonical_binary_form(string text, long bytes, string canonical)
    {
        var memory = Memory.Parse(text);
        Assert.Equal(bytes, memory.Bytes);
        Assert.Equal(canonical, memory.ToString());
    }

    [Theory]
    [InlineData("1mi")]
    [InlineData("1GB")]
    [InlineData("-1Mi")]
    [InlineData("1m")]
    [InlineData("8Ei")]
    public void It_refuses_what_is_no_amount_of_memory(string text)
    {
        Assert.Throws<FormatException>(() => Memory.Parse(text));
        Assert.False(Memory.TryParse(text, out _));
    }
}

using Aspire.Hosting.Dashboard;

namespace VoiceAssist.Hosting.Tests.Dashboard;

public class MessageBatchesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("4 4 4", "4 4|4")]
    [InlineData("10 1", "10|1")]
    [InlineData("50", "50")]
    [InlineData("1 50 1", "1|50|1")]
    public void As_many_as_fit_go_together(string sizes, string batches)
    {
        var items = sizes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(batches, string.Join('|', MessageBatches.Of(items, int.Parse, maxBytes: 10).Select(b => string.Join(' ', b))));
    }

    [Fact]
    public void A_line_without_end_is_cut()
    {
        Assert.Equal("short", MessageBatches.Cut("short"));
        Assert.Equal(MessageBatches.MaxLineLength + 1, MessageBatches.Cut(new('x', 10 * MessageBatches.MaxLineLength)).Length);
    }
}

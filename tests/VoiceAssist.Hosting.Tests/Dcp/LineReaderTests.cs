using System.Text;
using Aspire.Hosting.Dcp;

namespace VoiceAssist.Hosting.Tests.Dcp;

public sealed class LineReaderTests
{
    public static TheoryData<string, string[]> Texts() => new()
    {
        { "", [] },
        { "a\nb\n", ["a", "b"] },
        { "a\n\nb", ["a", "", "b"] },
        { "a\r\nb\r\n", ["a", "b"] },
        { "10%\r20%\rdone\n", ["10%\r20%\rdone"] },
        { "grüße\n", ["grüße"] },
        { new string('x', 100_000) + "\ny", [new string('x', 100_000), "y"] },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Lines_end_at_line_feeds_alone(string text, string[] expected) =>
        Assert.Equal(expected, await ReadAllAsync(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public async Task A_stream_that_breaks_off_ends() =>
        Assert.Equal(["a"], await ReadAllAsync(new BreakingStream(Encoding.UTF8.GetBytes("a\nb"))));

    private static async Task<List<string>> ReadAllAsync(Stream stream)
    {
        var reader = new LineReader(stream);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? throw new IOException("reset by peer") : base.ReadAsync(buffer, cancellationToken);
    }
}

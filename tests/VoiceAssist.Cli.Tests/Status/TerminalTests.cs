using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.Tests.Status;

public sealed class TerminalTests
{
    private static readonly TextTable Table = new(["name", "state"], [["web", new Cell("broken", Tone.Bad)]]);

    [Fact]
    public void A_terminal_gets_a_table_with_lines_and_NO_COLOR_no_colours()
    {
        Assert.Contains("─", Print(isTerminal: true, noColor: "1"), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[3", Print(isTerminal: true, noColor: "1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_gets_plain_lines() => Assert.Equal("NAME   STATE\nweb    broken\n", Print(isTerminal: false, noColor: null));

    private static string Print(bool isTerminal, string? noColor)
    {
        using var output = new StringWriter();
        new Terminal(new() { Output = output, Error = TextWriter.Null, IsTerminal = isTerminal, Variable = name => name == "NO_COLOR" ? noColor : null }).Table(Table);
        return output.ToString().ReplaceLineEndings("\n");
    }
}

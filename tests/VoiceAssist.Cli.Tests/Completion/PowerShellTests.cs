using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using VoiceAssist.Cli.Completion;

namespace VoiceAssist.Cli.Tests.Completion;

/// <summary>The completion script in PowerShell's own engine, which asks the program itself.</summary>
public sealed class PowerShellTests
{
    [Theory]
    [InlineData("voiceassist st", "status")]
    [InlineData("voiceassist wh", "what-if")]
    [InlineData("voiceassist setup ", "dev", "prod", "staging")]
    [InlineData("voiceassist setup pr", "prod")]
    [InlineData("voiceassist status --wa", "--watch")]
    [InlineData("voiceassist status dev --n", "--namespace")]
    public void A_line_is_completed(string line, params string[] expected)
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateFunctionEntry("voiceassist", $"& '{Path.ChangeExtension(typeof(CommandLine).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null)}' @args"));
        using var space = RunspaceFactory.CreateRunspace(state);
        space.Open();
        using var shell = PowerShell.Create(space);
        shell.AddScript(CompletionScripts.All["pwsh"]).Invoke();
        Assert.Empty(shell.Streams.Error);
        shell.Commands.Clear();

        var found = CommandCompletion.CompleteInput(line, line.Length, new Hashtable(), shell).CompletionMatches.Select(m => m.CompletionText).ToList();

        Assert.All(expected, e => Assert.Contains(e, found));
        Assert.All(found, f => Assert.StartsWith(line[(line.LastIndexOf(' ') + 1)..], f, StringComparison.Ordinal));
    }
}

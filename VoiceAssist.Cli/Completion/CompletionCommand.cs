using System.CommandLine;

namespace VoiceAssist.Cli.Completion;

/// <summary><c>voiceassist completion</c>: a shell's completion script.</summary>
internal static class CompletionCommand
{
    private const string Description = """
        Prints what a shell needs to complete commands, options, environments and contexts.

        Examples:
          source <(voiceassist completion bash)
          voiceassist completion pwsh | Out-String | Invoke-Expression
        """;

    public static Command Create(Surroundings around)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.All.Keys]);
        var command = new Command("completion", Description) { shell };
        command.SetAction(parsed =>
        {
            around.Output.WriteLine(CompletionScripts.All[parsed.GetRequiredValue(shell)]);
            return ExitCodes.Met;
        });
        return command;
    }
}

using System.CommandLine;

namespace VoiceAssist.Cli.Completion;

/// <summary><c>voiceassist completion</c>: a shell's completion script.</summary>
internal static class CompletionCommand
{
    private const string Description = """
        Prints what a shell needs to complete commands, options, environments and contexts. The line of its example belongs into ~/.bashrc, ~/.zshrc
        or PowerShell's $PROFILE.

        Examples:
          source <(voiceassist completion bash)
          source <(voiceassist completion zsh)
          voiceassist completion pwsh | Out-String | Invoke-Expression
        """;

    public static Command Create(Surroundings around)
    {
        var shell = new Argument<string>("SHELL") { HelpName = "SHELL", Description = "bash, zsh or pwsh." };
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

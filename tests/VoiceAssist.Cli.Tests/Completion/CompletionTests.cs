using VoiceAssist.Cli.Tests.Scripts;

namespace VoiceAssist.Cli.Tests.Completion;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("voiceassist ", "setup", "rollback", "status")]
    [InlineData("voiceassist set", "setup")]
    [InlineData("voiceassist setup ", "dev", "prod", "staging")]
    [InlineData("voiceassist setup pr", "prod")]
    [InlineData("voiceassist status --wa", "--watch")]
    [InlineData("voiceassist wh", "what-if")]
    [InlineData("voiceassist what-if pr", "prod")]
    [InlineData("voiceassist what-if prod --se", "--set", "--seed")]
    [InlineData("voiceassist completion ", "bash", "pwsh", "zsh")]
    public async Task A_line_is_completed(string line, params string[] expected)
    {
        using var output = new StringWriter();
        await CommandLine.RunAsync([$"[suggest:{line.Length}]", line], new() { Output = output, Error = TextWriter.Null, Folder = Repository.Root }, default);
        var found = output.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.All(expected, e => Assert.Contains(e, found));
        Assert.DoesNotContain("[suggest", found);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _voiceassist voiceassist")]
    [InlineData("zsh", "compdef _voiceassist voiceassist")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName voiceassist")]
    public async Task Each_shell_has_its_script(string shell, string expected)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAsync(["completion", shell], output, TextWriter.Null, default));
        Assert.Contains(expected, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shell_is_wrong_usage()
    {
        using var error = new StringWriter();
        Assert.Equal(2, await CommandLine.RunAsync(["completion", "fish"], TextWriter.Null, error, default));
        Assert.Contains("'fish'", error.ToString(), StringComparison.Ordinal);
    }

    private const string Bash = """source <(voiceassist completion bash); COMP_LINE='voiceassist setup sta'; COMP_POINT=${#COMP_LINE}; _voiceassist; printf '%s\n' "${COMPREPLY[@]}"; COMP_LINE='voiceassist st'; COMP_POINT=${#COMP_LINE}; _voiceassist; printf '%s\n' "${COMPREPLY[@]}" """;

    // Outside of its line editor zsh has neither its variables nor what takes the answers.
    private const string Zsh = """
        compdef() { : }; compadd() { shift; print -l -- "$@" }; _files() { print files }
        source <(voiceassist completion zsh); BUFFER='voiceassist setup sta'; CURSOR=$#BUFFER; _voiceassist; BUFFER='voiceassist setup nowhere'; CURSOR=$#BUFFER; _voiceassist
        """;

    [Theory]
    [InlineData("bash", Bash, "staging\nstatus\n")]
    [InlineData("zsh", Zsh, "staging\nfiles\n")]
    public async Task In_a_shell_a_line_is_completed_by_the_program_itself(string shell, string lines, string expected)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        Assert.SkipUnless(path.Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, shell))), $"{shell} is not installed");
        var program = Path.ChangeExtension(typeof(CommandLine).Assembly.Location, null);
        var folder = Directory.CreateTempSubdirectory("voiceassist-bash").FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "voiceassist"), program);
        var run = await Script.RunAsync(shell, ["-c", lines], new Dictionary<string, string?> { ["PATH"] = $"{folder}:{path}" });
        Directory.Delete(folder, recursive: true);
        Assert.Equal((expected, ""), (run.Output, run.Error));
    }
}

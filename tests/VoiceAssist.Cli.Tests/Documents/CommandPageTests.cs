using System.Text;

namespace VoiceAssist.Cli.Tests.Documents;

/// <summary>docs/cli.md is what the commands say of themselves; <c>UPDATE_GOLDEN=1</c> writes it.</summary>
public sealed class CommandPageTests
{
    private const string Begin = "<!-- From here on generated from --help by CommandPageTests. -->";

    [Fact]
    public async Task The_page_of_commands_is_what_help_says()
    {
        var path = Path.Combine(Repository.Root, "docs", "cli.md");
        var page = (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n");
        var expected = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + await CommandsAsync();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(path, expected);
        }

        Assert.Equal(expected, (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_example_of_help_is_understood()
    {
        var commands = CommandLine.Root(new() { Output = TextWriter.Null, Error = TextWriter.Null });
        foreach (var command in commands.Subcommands)
        {
            var examples = command.Description!.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("voiceassist ", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(examples);
            Assert.All(examples, e => Assert.Empty(commands.Parse(e["voiceassist ".Length..].Split(" | ")[0]).Errors));
        }
    }

    private static async Task<string> CommandsAsync()
    {
        var text = new StringBuilder();
        foreach (var path in CommandLine.Root(new() { Output = TextWriter.Null, Error = TextWriter.Null }).Subcommands.SelectMany(c => c.Subcommands.Select(s => $"{c.Name} {s.Name}").Prepend(c.Name)))
        {
            using var help = new StringWriter();
            await CommandLine.RunAsync([.. path.Split(' '), "--help"], help, TextWriter.Null, default);
            var lines = help.ToString().ReplaceLineEndings("\n").Replace("VoiceAssist.Cli.Tests", "voiceassist", StringComparison.Ordinal).Split('\n').Select(l => l.TrimEnd());
            text.Append("\n\n## ").Append(path).Append("\n\n```text\n").Append(string.Join('\n', lines).Trim()).Append("\n```");
        }

        return text.Append('\n').ToString();
    }
}

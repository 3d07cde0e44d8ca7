using System.Text.RegularExpressions;

namespace VoiceAssist.Cli.Tests.Documents;

/// <summary>docs/autoscaling: a question per page, each with a picture that exists.</summary>
public sealed partial class AutoscalingPagesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "autoscaling");

    public static TheoryData<string> Pages { get; } = [.. Directory.GetFiles(Folder, "*.md").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_has_a_picture_that_exists_and_is_described(string page)
    {
        var pictures = Picture().Matches(await File.ReadAllTextAsync(Path.Combine(Folder, page)));
        Assert.NotEmpty(pictures);
        Assert.All(pictures, p => Assert.True(File.Exists(Path.Combine(Folder, p.Groups["path"].Value)), p.Value));
        Assert.All(pictures, p => Assert.NotEmpty(p.Groups["text"].Value));
    }

    [Fact]
    public async Task Every_picture_is_on_a_page()
    {
        var pages = string.Concat(await Task.WhenAll(Directory.GetFiles(Folder, "*.md").Select(f => File.ReadAllTextAsync(f))));
        Assert.All(Directory.GetFiles(Path.Combine(Folder, "pictures")), f => Assert.Contains($"pictures/{Path.GetFileName(f)}", pages, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_of_a_page_is_understood(string page)
    {
        var root = CommandLine.Root(new() { Output = TextWriter.Null, Error = TextWriter.Null });
        var text = (await File.ReadAllTextAsync(Path.Combine(Folder, page))).ReplaceLineEndings("\n").Replace("\\\n", "", StringComparison.Ordinal);

        Assert.All(Command().Matches(text), c => Assert.Empty(root.Parse([.. Word().Matches(c.Groups["arguments"].Value).Select(w => w.Value.Trim('\'', '"'))]).Errors));
    }

    // As a shell splits what is quoted whole.
    [GeneratedRegex(@"'[^']*'|""[^""]*""|\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(^|`)voiceassist (?<arguments>[^`\n]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(@"!\[(?<text>[^\]]*)\]\((?<path>[^)]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();
}

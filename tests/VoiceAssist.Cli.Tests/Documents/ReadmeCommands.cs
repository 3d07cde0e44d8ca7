using System.Text.RegularExpressions;

namespace VoiceAssist.Cli.Tests.Documents;

/// <summary>Every command that k8s/performance/README.md tells people to type: the lines of its shell blocks and what stands between backticks.</summary>
internal static partial class ReadmeCommands
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Tree, "README.md")).ReplaceLineEndings("\n");

    /// <summary>In their order, without comments, each on one line.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Blocks().Matches(Text).SelectMany(m => m.Groups["inline"].Success
            ? [m.Groups["inline"].Value.Replace('\n', ' ')]
            : m.Groups["lines"].Value.Replace("\\\n", "", StringComparison.Ordinal).Split('\n'))
            .Select(line => Comments().Replace(line, "").Trim()).Where(line => line.Length > 0),
    ];

    public static IEnumerable<string> Of(string start) => All.Where(c => c.StartsWith(start, StringComparison.Ordinal)).Distinct();

    /// <summary>The words of a command, as a shell splits what is quoted whole.</summary>
    public static string[] Words(string command) => [.. Word().Matches(command).Select(w => w.Value.Trim('"'))];

    // A block of lines, or something inline that begins as a command does and goes on.
    [GeneratedRegex(@"^```sh\n(?<lines>.*?)^```|`(?<inline>(voiceassist|kubectl|dotnet|promtool|\./\S+\.sh) [^`]+)`", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"(^| {2,})#.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex(@"""[^""]*""|\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

using System.Text.RegularExpressions;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

/// <summary>Finds the series that a PromQL expression reads.</summary>
internal static partial class PromQl
{
    private static readonly HashSet<string> Words =
    [
        "and", "or", "unless", "on", "ignoring", "group_left", "group_right", "by", "without", "bool",
    ];

    public static IEnumerable<string> SeriesIn(string expression)
    {
        // What is in quotes, braces and brackets names no series, nor do the labels behind by, on and the like.
        var bare = LabelLists().Replace(Brackets().Replace(Braces().Replace(Strings().Replace(expression, ""), ""), ""), " ");
        return Identifiers().Matches(bare).Where(m => !m.Groups["call"].Success && !Words.Contains(m.Groups["name"].Value)).Select(m => m.Groups["name"].Value).Distinct();
    }

    [GeneratedRegex("\"(\\\\.|[^\"\\\\])*\"")]
    private static partial Regex Strings();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)")]
    private static partial Regex LabelLists();

    [GeneratedRegex(@"(?<![\w.])(?<name>[a-zA-Z_:][\w:]*)(?<call>\s*\()?")]
    private static partial Regex Identifiers();
}

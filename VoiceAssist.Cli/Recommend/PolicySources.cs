using System.Text.RegularExpressions;

namespace VoiceAssist.Cli.Recommend;

/// <summary>
/// Finds figures in the app host's policies. It reads text, not C#: a policy is the file with <c>.Container("NAME")</c>, a figure the line of
/// an environment (within <c>.In("prod", ...)</c>) or else the base line, within the block of its policy (<c>.WithResources(</c>).
/// </summary>
internal sealed partial class PolicySources
{
    private const int LargestFile = 1 << 20;
    private readonly IReadOnlyList<(string File, string[] Lines)> _files;

    private PolicySources(IReadOnlyList<(string File, string[] Lines)> files) => _files = files;

    /// <summary>Reads the C# files of a folder; none where it does not exist.</summary>
    public static PolicySources Read(string folder, string relativeTo) => new(!Directory.Exists(folder) ? [] :
    [
        .. new DirectoryInfo(folder).EnumerateFiles("*.cs").Where(f => f.Length <= LargestFile).OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => (Path.GetRelativePath(relativeTo, f.FullName).Replace('\\', '/'), File.ReadAllLines(f.FullName))),
    ]);

    /// <param name="container">The workload's container.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="block">The policy, for example <c>WithResources</c>.</param>
    /// <param name="figure">The call that sets the figure, for example <c>Cpu</c>.</param>
    /// <returns>Null where no such line is found.</returns>
    public PolicyPlace? Find(string container, string environment, string block, string figure)
    {
        foreach (var (file, lines) in _files.Where(f => f.Lines.Any(l => l.Contains($".Container(\"{container}\")", StringComparison.Ordinal))))
        {
            var start = Array.FindIndex(lines, l => l.Contains($".{block}(", StringComparison.Ordinal));
            if (start < 0)
            {
                continue;
            }

            // The block ends where the next policy of the same depth begins.
            var depth = Indent(lines[start]);
            var end = Array.FindIndex(lines, start + 1, l => l.Trim().Length > 0 && Indent(l) <= depth);
            var indexes = Enumerable.Range(start, (end < 0 ? lines.Length : end) - start).Where(i => Regex.IsMatch(lines[i], $@"\.{figure}\(", RegexOptions.CultureInvariant)).ToList();
            var byEnvironment = indexes.ToLookup(i => EnvironmentAt(lines, i) ?? "");
            foreach (var index in byEnvironment[environment].Concat(byEnvironment[""]))
            {
                return new(file, index + 1);
            }
        }

        return null;
    }

    /// <summary>The environment that a line is about: it or a line that encloses it opens with <c>.In("prod"</c>; null for the base.</summary>
    private static string? EnvironmentAt(string[] lines, int index)
    {
        var depth = int.MaxValue;
        for (var i = index; i >= 0; i--)
        {
            if (lines[i].Trim().Length == 0 || Indent(lines[i]) >= depth)
            {
                continue;
            }

            depth = Indent(lines[i]);
            if (OfEnvironment().Match(lines[i]) is { Success: true } match)
            {
                return match.Groups[1].Value;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\.In\(""([^""]+)""")]
    private static partial Regex OfEnvironment();

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}

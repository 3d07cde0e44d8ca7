namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>The list of generated files, <c>.published</c>: what is in it and no longer published is stale, and everything else was written by hand.</summary>
internal static class TreeIndex
{
    public const string FileName = ".published";

    private const string Header = "# The files that publishing wrote here; it removes those it no longer writes. Every other file is kept.";

    public static string Write(IEnumerable<string> paths) => $"{Header}\n{string.Concat(paths.Order(StringComparer.Ordinal).Select(p => p + "\n"))}";

    /// <exception cref="InvalidDataException">A line leads out of the tree.</exception>
    public static IReadOnlySet<string> Read(string text) => text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(l => !l.StartsWith('#'))
        .Select(l => !Path.IsPathRooted(l) && !l.Split('/').Contains("..") ? l : throw new InvalidDataException($"{FileName}: '{l}' leads out of the tree. Remove the line."))
        .ToHashSet(StringComparer.Ordinal);
}

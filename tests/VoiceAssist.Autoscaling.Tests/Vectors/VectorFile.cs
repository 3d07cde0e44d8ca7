using System.Text.Json.Nodes;

namespace VoiceAssist.Autoscaling.Tests.Vectors;

/// <summary>A file of vectors: inputs and expected results of single parts of the algorithm or of whole passes.</summary>
internal static class VectorFile
{
    public static IReadOnlyDictionary<string, JsonNode> Own { get; } =
        Read(Path.Combine(AppContext.BaseDirectory, "Vectors", "hpa-vectors-extra.json"));

    /// <summary>Figures from the upstream tests; they lie beside the project, not in it, and may be absent.</summary>
    public static IReadOnlyDictionary<string, JsonNode>? Upstream { get; } =
        FindBeside("hpa-vectors.json") is { } path ? Read(path) : null;

    private static string? FindBeside(string name)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, "shared", "reference", name);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static Dictionary<string, JsonNode> Read(string path) =>
        JsonNode.Parse(File.ReadAllText(path))!["vectors"]!.AsArray().ToDictionary(v => (string)v!["id"]!, v => v!);
}

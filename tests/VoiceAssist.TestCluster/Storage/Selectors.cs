using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster.Storage;

/// <summary>Label and field selectors of a list, as far as they are used: equality, joined by commas.</summary>
internal static class Selectors
{
    public static bool Matches(JsonObject document, string? labels, string? fields) =>
        Parse(labels).All(l => (string?)document["metadata"]?["labels"]?[l.Name] == l.Value)
        && Parse(fields).All(f => Field(document, f.Name) == f.Value);

    private static string? Field(JsonObject document, string path)
    {
        JsonNode? node = document;
        foreach (var segment in path.Split('.'))
        {
            node = (node as JsonObject)?[segment];
        }

        return node?.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Parse(string? selector) =>
        (selector ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            return at > 0
                ? (part[..at].TrimEnd('!'), part[(at + 1)..].TrimStart('='))
                : throw new ApiException(400, "BadRequest", $"unable to parse requirement: {part}");
        });
}

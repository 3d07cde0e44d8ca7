using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Cluster;

/// <summary>A field before and after; null where it is absent.</summary>
internal sealed record FieldChange(string Path, JsonNode? Before, JsonNode? After)
{
    private const int Longest = 60;

    public override string ToString() => $"{Path}: {Text(Before)} -> {Text(After)}";

    // What a Secret holds is shown to nobody; ours are never compared, but a tree of others may hold some.
    private string Text(JsonNode? value)
    {
        var text = value is null ? "absent" : Path.StartsWith(".data.", StringComparison.Ordinal) ? "(value)" : value.ToJsonString();
        return text.Length > Longest ? text[..(Longest - 1)] + "…" : text;
    }
}

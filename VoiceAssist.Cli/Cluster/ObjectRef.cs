using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Cluster;

/// <summary>Which object: kind and name, and the namespace it lives in (empty for none).</summary>
internal readonly record struct ObjectRef(string ApiVersion, string Kind, string Namespace, string Name)
{
    public string Group => ApiVersion.Contains('/', StringComparison.Ordinal) ? ApiVersion.Split('/')[0] : "";

    public static ObjectRef Of(JsonObject document) => new(
        (string?)document["apiVersion"] ?? "",
        (string?)document["kind"] ?? "",
        (string?)document["metadata"]?["namespace"] ?? "",
        (string?)document["metadata"]?["name"] ?? "");

    public override string ToString() => $"{Kind} {Name}";
}

using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>What makes an object the same one in the base and in an environment. A Namespace has its environment's name, so its name is left out.</summary>
/// <param name="ApiVersion">Group and version.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The name; empty for a Namespace.</param>
internal sealed record ObjectId(string ApiVersion, string Kind, string Name)
{
    public static ObjectId Of(MapNode tree)
    {
        var kind = tree.Text("kind") ?? throw new InvalidDataException("An object has no kind.");
        return new(
            tree.Text("apiVersion") ?? throw new InvalidDataException($"An object of kind {kind} has no apiVersion."),
            kind,
            kind == "Namespace" ? "" : tree.Map("metadata")?.Text("name") ?? throw new InvalidDataException($"An object of kind {kind} has no name."));
    }

    /// <summary>The API group; empty for the core one.</summary>
    public string Group => ApiVersion.Contains('/', StringComparison.Ordinal) ? ApiVersion[..ApiVersion.IndexOf('/', StringComparison.Ordinal)] : "";

    /// <summary>Whether Kubernetes itself knows the kind, and so merges patches by the keys of its schema.</summary>
    public bool IsBuiltIn => !Group.Contains('.', StringComparison.Ordinal) || Group.EndsWith(".k8s.io", StringComparison.Ordinal) && Group is not ("autoscaling.k8s.io" or "gateway.networking.k8s.io");

    public override string ToString() => Name.Length == 0 ? Kind : $"{Kind}/{Name}";
}

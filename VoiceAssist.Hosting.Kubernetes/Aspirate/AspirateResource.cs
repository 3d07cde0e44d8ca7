using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Aspirate;

/// <summary>What aspirate wrote for a resource: Deployment or StatefulSet, Service, and the ConfigMap and Secret of its variables.</summary>
/// <param name="Name">The resource's name, and that of its directory.</param>
/// <param name="Objects">Its objects, generated ones included.</param>
/// <param name="Variables">The variables of its ConfigMap.</param>
internal sealed record AspirateResource(string Name, IReadOnlyList<MapNode> Objects, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Its Deployment or StatefulSet.</summary>
    public MapNode? Workload => Objects.FirstOrDefault(o => o.Text("kind") is "Deployment" or "StatefulSet" && o.Map("metadata")?.Text("name") == Name);
}

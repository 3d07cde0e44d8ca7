using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

/// <summary>The order in which <c>kubectl kustomize</c> prints objects: what others need first, then by group, version and kind, then by name.</summary>
internal static class KustomizeOrder
{
    private static readonly string[] First =
    [
        "Namespace", "ResourceQuota", "StorageClass", "CustomResourceDefinition", "ServiceAccount", "PodSecurityPolicy", "Role", "ClusterRole", "RoleBinding",
        "ClusterRoleBinding", "ConfigMap", "Secret", "Endpoints", "Service", "LimitRange", "PriorityClass", "PersistentVolume", "PersistentVolumeClaim",
        "Deployment", "StatefulSet", "CronJob", "PodDisruptionBudget",
    ];

    private static readonly string[] Last = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

    public static IEnumerable<MapNode> Sort(IEnumerable<MapNode> objects) => objects
        .OrderBy(o => Rank(o.Text("kind")!))
        .ThenBy(TypeKey, StringComparer.Ordinal)
        .ThenBy(NameKey, StringComparer.Ordinal);

    private static int Rank(string kind) => Array.IndexOf(First, kind) is var first and >= 0 ? first - First.Length
        : Array.IndexOf(Last, kind) + 1;

    // The core group sorts behind all others, as '~' does.
    private static string TypeKey(MapNode o)
    {
        var parts = o.Text("apiVersion")!.Split('/');
        return parts.Length == 2 ? $"{parts[0]}_{parts[1]}_{o.Text("kind")}" : $"~G_{parts[0]}_{o.Text("kind")}";
    }

    private static string NameKey(MapNode o) => $"{o.Map("metadata")?.Text("namespace") ?? "~X"}|{o.Map("metadata")?.Text("name")}";
}

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

/// <summary>
/// How a strategic merge patch treats the lists of Kubernetes' own kinds (<c>x-kubernetes-patch-strategy</c> of its OpenAPI document). A list that
/// is not named here is atomic: a patch replaces the whole of it, HPA metrics above all.
/// </summary>
internal static class MergeKeys
{
    private static readonly Dictionary<string, string> ByField = new(StringComparer.Ordinal)
    {
        ["containers"] = "name",
        ["initContainers"] = "name",
        ["env"] = "name",
        ["volumes"] = "name",
        ["volumeMounts"] = "mountPath",
        ["imagePullSecrets"] = "name",
    };

    // Merged by several keys, or by their own values. Patching single items of them has pitfalls (an item's place, equal ports of two protocols).
    private static readonly HashSet<string> ReplacedWhole = new(["ports", "topologySpreadConstraints", "hostAliases", "volumeDevices", "finalizers", "ownerReferences", "secrets"], StringComparer.Ordinal);

    /// <summary>The key by which a pod template's list is merged; null: it is not merged item by item.</summary>
    public static string? Of(string kind, string field) => kind is "Deployment" or "StatefulSet" or "DaemonSet" ? ByField.GetValueOrDefault(field) : null;

    /// <summary>Whether a patch must say <c>$patch: replace</c> for the list to be replaced.</summary>
    public static bool MustSayReplace(string field) => ReplacedWhole.Contains(field) || ByField.ContainsKey(field);
}

using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster.Ownership;

/// <summary>Which lists merge by keys, as the OpenAPI schema's <c>x-kubernetes-list-map-keys</c> say; every other list is atomic.</summary>
internal static class ListKeys
{
    private static readonly Dictionary<string, string[]> ByField = new(StringComparer.Ordinal)
    {
        ["containers"] = ["name"],
        ["initContainers"] = ["name"],
        ["volumes"] = ["name"],
        ["env"] = ["name"],
        ["volumeMounts"] = ["mountPath"],
        ["topologySpreadConstraints"] = ["topologyKey", "whenUnsatisfiable"],
        ["imagePullSecrets"] = ["name"],
        ["conditions"] = ["type"],
    };

    // Atomic although they are maps.
    private static readonly string[] AtomicMaps = ["selector", "labelSelector", "podSelector", "namespaceSelector", "configMapKeyRef", "secretKeyRef", "fieldRef", "resourceFieldRef", "scaleTargetRef"];

    /// <returns>The keys, or null for an atomic list.</returns>
    public static string[]? Of(string field, JsonArray list) =>
        ByField.TryGetValue(field, out var keys) ? keys
        : field != "ports" || list.Count == 0 || list[0] is not JsonObject first ? null
        : first.ContainsKey("containerPort") ? ["containerPort", "protocol"]
        : first.ContainsKey("targetPort") || first.ContainsKey("nodePort") ? ["port", "protocol"]
        : null;

    public static bool IsAtomicMap(string field) => AtomicMaps.Contains(field);
}

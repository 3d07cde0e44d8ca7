using System.Text.Json.Nodes;
using VoiceAssist.TestCluster.Storage;

namespace VoiceAssist.TestCluster.Serving;

/// <summary>What a cluster says about its own APIs.</summary>
internal static class Discovery
{
    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.Ordinal)
    {
        ["horizontalpodautoscalers"] = "hpa",
        ["poddisruptionbudgets"] = "pdb",
        ["resourcequotas"] = "quota",
        ["verticalpodautoscalers"] = "vpa",
    };

    public static JsonObject Version(string version)
    {
        var parts = version.Split('.');
        return new()
        {
            ["major"] = parts[0],
            ["minor"] = parts[1],
            ["gitVersion"] = $"v{version}.0",
            ["platform"] = "linux/amd64",
        };
    }

    public static JsonObject Groups(IEnumerable<string> groupVersions) => new()
    {
        ["kind"] = "APIGroupList",
        ["apiVersion"] = "v1",
        ["groups"] = new JsonArray([.. groupVersions.Where(g => g.Contains('/', StringComparison.Ordinal)).GroupBy(g => g.Split('/')[0]).Select(g => (JsonNode)new JsonObject
        {
            ["name"] = g.Key,
            ["versions"] = new JsonArray([.. g.Select(v => (JsonNode)new JsonObject { ["groupVersion"] = v, ["version"] = v.Split('/')[1] })]),
            ["preferredVersion"] = new JsonObject { ["groupVersion"] = g.First(), ["version"] = g.First().Split('/')[1] },
        })]),
    };

    public static JsonObject Resources(string groupVersion, IEnumerable<ApiResource> resources) => new()
    {
        ["kind"] = "APIResourceList",
        ["apiVersion"] = "v1",
        ["groupVersion"] = groupVersion,
        ["resources"] = new JsonArray([.. resources.Select(r => (JsonNode)new JsonObject
        {
            ["name"] = r.Plural,
            ["singularName"] = r.Kind.ToLowerInvariant(),
            ["namespaced"] = r.IsNamespaced,
            ["kind"] = r.Kind,
            ["shortNames"] = ShortNames.TryGetValue(r.Plural, out var shortName) ? new JsonArray(shortName) : new JsonArray(),
            ["verbs"] = new JsonArray("create", "delete", "get", "list", "patch", "update", "watch"),
        })]),
    };
}

using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Rollback;

/// <summary>What the API server allocates for a Service. It belongs to that one object: one made anew has others, which it cannot exchange for those of the old.</summary>
internal static class AllocatedFields
{
    // ValidateServiceClusterIPsRelatedFields and validateServicePorts of Kubernetes' pkg/apis/core/validation: may not change once set, or must fit what may not.
    private static readonly string[] Fixed = ["clusterIP", "clusterIPs", "ipFamilies", "healthCheckNodePort"];

    /// <summary>Gives the Service that is to be restored what the one in its place has; what that lacks is left out, so that the server allocates it.</summary>
    public static void Keep(JsonObject wanted, JsonObject previous, JsonObject? live)
    {
        if ((string?)wanted["kind"] != "Service" || live is null || wanted["spec"] is not JsonObject spec || (string?)previous["metadata"]?["uid"] == (string?)live["metadata"]?["uid"])
        {
            return;
        }

        foreach (var field in Fixed.Where(spec.ContainsKey))
        {
            Take(field, spec, live["spec"]);
        }

        foreach (var port in Ports(spec).Where(p => p.ContainsKey("nodePort")))
        {
            Take("nodePort", port, Ports(live["spec"]).FirstOrDefault(p => IsSame(p, port)));
        }
    }

    private static void Take(string field, JsonObject to, JsonNode? from)
    {
        if (from?[field] is { } value)
        {
            to[field] = value.DeepClone();
        }
        else
        {
            to.Remove(field);
        }
    }

    private static IEnumerable<JsonObject> Ports(JsonNode? spec) => (spec?["ports"] as JsonArray ?? []).OfType<JsonObject>();

    private static bool IsSame(JsonObject left, JsonObject right) =>
        (int?)left["port"] == (int?)right["port"] && ((string?)left["protocol"] ?? "TCP") == ((string?)right["protocol"] ?? "TCP");
}

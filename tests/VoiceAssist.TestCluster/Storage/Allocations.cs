using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster.Storage;

/// <summary>What the API server allocates for a Service, and never exchanges: cluster addresses, and ports of every node.</summary>
internal static class Allocations
{
    private const int FirstNodePort = 30000;
    private const int PortsOfAService = 10;

    /// <summary>Fills in what a Service does not say: from the stored one, else by a new number.</summary>
    public static void Fill(JsonObject spec, JsonNode? live, int serial)
    {
        spec["clusterIP"] ??= live?["clusterIP"]?.DeepClone() ?? $"10.0.{serial / 250}.{(serial % 250) + 1}";
        spec["clusterIPs"] ??= live?["clusterIPs"]?.DeepClone() ?? new JsonArray(spec["clusterIP"]!.DeepClone());
        if ((string?)spec["type"] is not ("NodePort" or "LoadBalancer"))
        {
            return;
        }

        foreach (var (index, port) in Ports(spec).Index())
        {
            if ((int?)port["nodePort"] is null or 0)
            {
                port["nodePort"] = Ports(live).FirstOrDefault(p => (int?)p["port"] == (int?)port["port"])?["nodePort"]?.DeepClone() ?? FirstNodePort + (serial * PortsOfAService) + index;
            }
        }
    }

    /// <exception cref="ApiException">Another address than before, or a port that another Service has.</exception>
    public static void Check(ObjectKey key, JsonNode spec, JsonNode? live, IEnumerable<JsonObject> others)
    {
        foreach (var field in new[] { "clusterIP", "clusterIPs" }.Where(f => live?[f] is { } was && !JsonNode.DeepEquals(was, spec[f])))
        {
            throw Invalid(key, $"spec.{field}", "may not change once set");
        }

        var taken = others.SelectMany(o => Ports(o["spec"])).Select(p => (int?)p["nodePort"]).OfType<int>().ToHashSet();
        foreach (var port in Ports(spec).Select(p => (int?)p["nodePort"]).OfType<int>().Where(taken.Contains))
        {
            throw Invalid(key, "spec.ports[0].nodePort", $"{port}: provided port is already allocated");
        }
    }

    private static IEnumerable<JsonObject> Ports(JsonNode? spec) => (spec?["ports"] as JsonArray ?? []).OfType<JsonObject>();

    private static ApiException Invalid(ObjectKey key, string field, string why) =>
        new(422, "Invalid", $"{key.Label} is invalid: {field}: Invalid value: {why}", [("FieldValueInvalid", why, field)]);
}

using System.Text.Json.Nodes;
using VoiceAssist.TestCluster.Storage;

namespace VoiceAssist.Cli.Tests.Support;

/// <summary>Clusters as tests need them.</summary>
internal static class Clusters
{
    public const string Dev = "voiceassist-dev";

    /// <summary>With every optional API, and workloads that roll out at once.</summary>
    public static async Task<KubernetesApi> FullAsync()
    {
        var cluster = await KubernetesApi.StartAsync("1.36", [ApiResource.VerticalPodAutoscaler, .. ApiResource.PrometheusOperator]);
        cluster.RunBy();
        foreach (var group in new[] { "metrics.k8s.io", "custom.metrics.k8s.io", "external.metrics.k8s.io" })
        {
            cluster.Answer($"/apis/{group}/v1beta1", new JsonObject());
        }

        return cluster;
    }

    /// <summary>With nothing optional.</summary>
    public static async Task<KubernetesApi> BareAsync()
    {
        var cluster = await KubernetesApi.StartAsync();
        cluster.RunBy();
        return cluster;
    }

    public static ApiResource Resource(this KubernetesApi cluster, string kind) => cluster.Objects.Resources.First(r => r.Kind == kind);

    public static JsonObject Get(this KubernetesApi cluster, string kind, string name, string space = Dev) => cluster.Objects.Get(cluster.Resource(kind), space, name);

    /// <summary>An object as somebody else makes it.</summary>
    public static void Make(this KubernetesApi cluster, string json, string manager = "kubectl-create", string space = Dev)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        var resource = cluster.Resource((string)document["kind"]!);
        cluster.Objects.Create(resource, resource.IsNamespaced ? space : "", document, manager, dryRun: false);
    }

    public static void MakeSpace(this KubernetesApi cluster, string space = Dev) =>
        cluster.Make($$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{space}}}"}}""");

    /// <summary>Sets an object's status as its controller does.</summary>
    public static void SetStatus(this KubernetesApi cluster, string kind, string name, string status, string space = Dev) =>
        cluster.Objects.Touch(cluster.Resource(kind), space, name, "kube-controller-manager", "status", o => o["status"] = JsonNode.Parse(status));

    /// <summary>Every object that is not a setup record, as text, without what the server sets by itself.</summary>
    public static IReadOnlyDictionary<string, string> Visible(this KubernetesApi cluster) => cluster.Objects.All()
        .Where(o => (string?)o.Value["type"] != "voiceassist.dev/setup-record")
        .ToDictionary(o => o.Key, o => Normal(o.Value), StringComparer.Ordinal);

    private static string Normal(JsonObject document)
    {
        document.Remove("status");
        var metadata = document["metadata"]!.AsObject();
        foreach (var field in new[] { "resourceVersion", "generation", "uid", "creationTimestamp" })
        {
            metadata.Remove(field);
        }

        foreach (var entry in (metadata["managedFields"] as JsonArray ?? []).OfType<JsonObject>())
        {
            entry.Remove("time");
        }

        return Sorted(document)!.ToJsonString();
    }

    // Maps have no order.
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}

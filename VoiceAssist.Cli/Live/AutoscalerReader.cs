using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Cli.Cluster;

namespace VoiceAssist.Cli.Live;

/// <summary>Reads autoscalers with their targets, pods, metrics and events: ours or anybody's.</summary>
internal sealed class AutoscalerReader(ConnectedCluster cluster, TimeProvider time)
{
    private readonly MetricReader _metrics = new(cluster);

    /// <summary>All autoscalers of a namespace, by name.</summary>
    public async Task<IReadOnlyList<LiveAutoscaler>> ReadAllAsync(string space, CancellationToken cancel)
    {
        var documents = cluster.Client.ListAsync($"/apis/autoscaling/v2/namespaces/{space}/horizontalpodautoscalers", cancel);
        var events = EventsAsync(space, cancel);
        await Task.WhenAll(documents, events);
        return await Task.WhenAll((await documents).Select(async d => await ReadAsync(d, await events, cancel)));
    }

    /// <returns>Null where there is no such autoscaler.</returns>
    public async Task<LiveAutoscaler?> ReadAsync(string space, string name, CancellationToken cancel) =>
        await cluster.Client.GetAsync($"/apis/autoscaling/v2/namespaces/{space}/horizontalpodautoscalers/{name}", cancel) is { } document
            ? await ReadAsync(document, await EventsAsync(space, cancel), cancel)
            : null;

    private async Task<LiveAutoscaler> ReadAsync(JsonObject document, IReadOnlyList<JsonObject> events, CancellationToken cancel)
    {
        var autoscaler = KubernetesJson.Deserialize<V2HorizontalPodAutoscaler>(document.ToJsonString());
        var space = autoscaler.Metadata.NamespaceProperty;
        var (scale, error) = await ScaleAsync(autoscaler.Spec.ScaleTargetRef, space, cancel);
        var selector = (string?)scale?["status"]?["selector"] ?? "";
        IReadOnlyList<V2MetricSpec> metrics = autoscaler.Spec.Metrics is { Count: > 0 } given ? [.. given] : [DefaultMetric()];

        // Without a selector every pod of the namespace would match.
        var readings = selector.Length == 0
            ? [.. metrics.Select(_ => MetricReading.Failed("the target has no selector"))]
            : await Task.WhenAll(metrics.Select(m => _metrics.ReadAsync(m, space, selector, cancel)));
        var pods = selector.Length == 0 ? [] : await cluster.Client.ListAsync($"/api/v1/namespaces/{space}/pods", cancel, "labelSelector=" + Uri.EscapeDataString(selector));
        return new()
        {
            Autoscaler = autoscaler,
            Readings = readings,
            Scalings = ScalingEvents.Of(events, autoscaler.Metadata.Name),
            Observation = new()
            {
                Now = time.GetUtcNow(),
                SpecReplicas = (int?)scale?["spec"]?["replicas"] ?? 0,
                StatusReplicas = (int?)scale?["status"]?["replicas"] ?? 0,
                Pods = [.. pods.Select(p => PodObservation.From(KubernetesJson.Deserialize<V1Pod>(p.ToJsonString())))],
                Metrics = [.. readings.Select(r => r.Answer)],
                SelectorProblem = selector.Length == 0 ? SelectorProblem.Invalid : SelectorProblem.None,
                ScaleReadError = error,
            },
        };
    }

    // What the API server fills in when an autoscaler names no metric.
    private static V2MetricSpec DefaultMetric() => new()
    {
        Type = "Resource",
        Resource = new() { Name = "cpu", Target = new() { Type = "Utilization", AverageUtilization = 80 } },
    };

    private async Task<(JsonObject? Scale, string? Error)> ScaleAsync(V2CrossVersionObjectReference target, string space, CancellationToken cancel)
    {
        try
        {
            var path = await cluster.Catalog.PathOfAsync(new(target.ApiVersion ?? "apps/v1", target.Kind, space, target.Name), cancel);
            var scale = path is null ? null : await cluster.Client.GetAsync(path + "/scale", cancel);
            return (scale, scale is null ? $"{target.Kind} {target.Name} does not exist" : null);
        }
        catch (ClusterException refused)
        {
            return (null, refused.Message);
        }
    }

    private async Task<IReadOnlyList<JsonObject>> EventsAsync(string space, CancellationToken cancel)
    {
        try
        {
            return await cluster.Client.ListAsync($"/api/v1/namespaces/{space}/events", cancel, "fieldSelector=" + Uri.EscapeDataString("involvedObject.kind=HorizontalPodAutoscaler"));
        }
        catch (ClusterException)
        {
            // Events are a help, not a must: many roles may not list them.
            return [];
        }
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Cli.Cluster;

namespace VoiceAssist.Cli.Live;

/// <summary>Asks the metrics APIs what the autoscaler's controller asks.</summary>
internal sealed class MetricReader(ConnectedCluster cluster)
{
    /// <summary>The group that serves a type of metric (<c>Resource</c>, <c>Pods</c>, ...).</summary>
    public static string GroupOf(string metricType) => metricType switch
    {
        "Pods" or "Object" => OptionalApi.CustomMetrics,
        "External" => OptionalApi.ExternalMetrics,
        _ => OptionalApi.Metrics,
    };

    /// <summary>One metric of an autoscaler. What goes wrong is part of the answer.</summary>
    /// <param name="metric">The metric of the spec.</param>
    /// <param name="space">The autoscaler's namespace.</param>
    /// <param name="selector">The target's pods.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<MetricReading> ReadAsync(V2MetricSpec metric, string space, string selector, CancellationToken cancel)
    {
        var group = GroupOf(metric.Type);
        if (await cluster.Catalog.AnsweringVersionAsync(group, cancel) is not { } groupVersion)
        {
            return MetricReading.Failed($"no server answers for {group}");
        }

        try
        {
            return metric.Type switch
            {
                "Resource" => Resource(await PodsAsync(groupVersion, space, selector, cancel), metric.Resource.Name, null),
                "ContainerResource" => Resource(await PodsAsync(groupVersion, space, selector, cancel), metric.ContainerResource.Name, metric.ContainerResource.Container),
                "Pods" => Pods(await ValuesAsync($"/apis/{groupVersion}/namespaces/{space}/pods/*/{metric.Pods.Metric.Name}?labelSelector={Uri.EscapeDataString(selector)}{MetricSelector(metric.Pods.Metric)}", cancel), metric.Pods.Metric.Name),
                "Object" => Total(await ValuesAsync(await ObjectPathAsync(groupVersion, space, metric.ObjectProperty, cancel), cancel), metric.ObjectProperty.Metric.Name),
                "External" => Total(await ValuesAsync($"/apis/{groupVersion}/namespaces/{space}/{metric.External.Metric.Name}?labelSelector={Uri.EscapeDataString(Selector(metric.External.Metric.Selector))}", cancel), metric.External.Metric.Name),
                _ => MetricReading.Failed($"metric type {metric.Type} is not known"),
            };
        }
        catch (ClusterException refused)
        {
            return MetricReading.Failed(refused.Message);
        }
    }

    private static MetricReading Resource(IReadOnlyList<PodMetrics> pods, string resource, string? container)
    {
        var answer = ResourceSamples.From(pods, resource, container);
        return answer.Error is null && answer.Samples.Count == 0
            ? MetricReading.Failed($"no sample of {resource} for any pod yet")
            : new(answer, answer.Samples.Count == 0 ? null : answer.Samples.Max(s => s.Timestamp));
    }

    private static MetricReading Pods(IReadOnlyList<JsonObject> values, string name) => values.Count == 0
        ? MetricReading.Failed($"{name} has no value for any pod")
        : new(
            MetricObservation.OfPods([.. values.Select(v => new PodSample((string?)v["describedObject"]?["name"] ?? "", Value(v), Time(v) ?? default, TimeSpan.FromSeconds((long?)v["windowSeconds"] ?? (long?)v["window"] ?? 60)))]),
            values.Max(Time));

    private static MetricReading Total(IReadOnlyList<JsonObject> values, string name) => values.Count == 0
        ? MetricReading.Failed($"{name} has no value")
        : new(MetricObservation.OfValues([.. values.Select(Value)]), values.Max(Time));

    private static long Value(JsonObject value) => Milli.Parse(value["value"]!.ToString());

    private static DateTimeOffset? Time(JsonObject value) =>
        DateTimeOffset.TryParse((string?)value["timestamp"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string MetricSelector(V2MetricIdentifier metric) =>
        metric.Selector is null ? "" : "&metricLabelSelector=" + Uri.EscapeDataString(Selector(metric.Selector));

    // As the API writes selectors into queries.
    private static string Selector(V1LabelSelector? selector) => string.Join(',', (selector?.MatchLabels ?? new Dictionary<string, string>()).Select(l => $"{l.Key}={l.Value}")
        .Concat((selector?.MatchExpressions ?? []).Select(e => e.OperatorProperty switch
        {
            "In" => $"{e.Key} in ({string.Join(',', e.Values)})",
            "NotIn" => $"{e.Key} notin ({string.Join(',', e.Values)})",
            "DoesNotExist" => "!" + e.Key,
            _ => e.Key,
        })));

    private async Task<string> ObjectPathAsync(string groupVersion, string space, V2ObjectMetricSource metric, CancellationToken cancel)
    {
        var described = metric.DescribedObject;
        var kind = await cluster.Catalog.FindAsync(described.ApiVersion ?? "v1", described.Kind, cancel);
        var resource = kind is null ? described.Kind.ToLowerInvariant() : kind.Plural + (kind.Group.Length == 0 ? "" : "." + kind.Group);
        return kind?.Kind == "Namespace"
            ? $"/apis/{groupVersion}/namespaces/{described.Name}/metrics/{metric.Metric.Name}"
            : $"/apis/{groupVersion}/namespaces/{space}/{resource}/{described.Name}/{metric.Metric.Name}";
    }

    private async Task<IReadOnlyList<JsonObject>> ValuesAsync(string path, CancellationToken cancel) =>
        [.. ((await cluster.Client.GetAsync(path, cancel))?["items"] as JsonArray ?? []).OfType<JsonObject>()];

    private async Task<IReadOnlyList<PodMetrics>> PodsAsync(string groupVersion, string space, string selector, CancellationToken cancel) =>
        [.. (await ValuesAsync($"/apis/{groupVersion}/namespaces/{space}/pods?labelSelector={Uri.EscapeDataString(selector)}", cancel)).Select(p => KubernetesJson.Deserialize<PodMetrics>(p.ToJsonString()))];
}

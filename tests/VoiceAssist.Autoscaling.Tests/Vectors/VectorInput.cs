using System.Text.Json.Nodes;
using k8s.Models;
using VoiceAssist.Autoscaling.Histories;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Vectors;

/// <summary>From a vector's JSON to the library's inputs. Every time is an age in seconds before <see cref="Now"/>.</summary>
internal static class VectorInput
{
    public static DateTimeOffset Now { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static ControllerSettings Settings(JsonNode vector) => new()
    {
        Tolerance = (double?)vector["clusterTolerance"] ?? 0.1,
        CpuInitializationPeriod = Seconds(vector["cpuInitializationSeconds"], 300),
        InitialReadinessDelay = Seconds(vector["initialReadinessDelaySeconds"], 30),
        DownscaleStabilization = Seconds(vector["downscaleStabilizationSeconds"], 300),
        ScaleUpLimitFactor = (double?)vector["scaleUpLimitFactor"] ?? 2,
        ScaleUpLimitMinimum = (double?)vector["scaleUpLimitMinimum"] ?? 4,
        ConfigurableTolerance = (bool?)vector["gates"]?["HPAConfigurableTolerance"] ?? true,
        ScaleToZero = (bool?)vector["gates"]?["HPAScaleToZero"] ?? false,
    };

    public static PodObservation[] Pods(JsonNode? pods, string resource) =>
        [.. (pods?.AsArray() ?? []).Select(p => Pod(p!, resource))];

    public static MetricObservation Answer(JsonNode metric)
    {
        if (metric["error"] is { } error)
        {
            return MetricObservation.Failed((string)error!);
        }

        if (metric["valuesMilli"] is JsonArray values)
        {
            return MetricObservation.OfValues([.. values.Select(v => (long)v!)]);
        }

        return MetricObservation.OfPods(Samples(metric["podMetrics"], (string?)metric["container"]));
    }

    public static PodSample[] Samples(JsonNode? podMetrics, string? container = null) =>
        [.. (podMetrics?.AsArray() ?? []).Select(m => new PodSample(
            (string)m!["pod"]!,
            Usage(m, container),
            Now - Seconds(m["ageSeconds"], 0),
            Seconds(m["windowSeconds"], 0)))];

    public static V2HorizontalPodAutoscaler Autoscaler(JsonNode vector, IEnumerable<JsonNode?> metrics) => new()
    {
        Metadata = new() { Name = "vector", NamespaceProperty = "test" },
        Spec = new()
        {
            ScaleTargetRef = new() { ApiVersion = "apps/v1", Kind = "Deployment", Name = "target" },
            MinReplicas = (int?)vector["minReplicas"],
            MaxReplicas = (int?)vector["maxReplicas"] ?? 1000,
            Metrics = [.. metrics.Select(m => VectorMetric.Spec(m!))],
            Behavior = vector["behavior"] is { } behavior
                ? new() { ScaleUp = Rules(behavior["scaleUp"]), ScaleDown = Rules(behavior["scaleDown"]) }
                : null,
        },
    };

    public static V2HPAScalingRules? Rules(JsonNode? rules) => rules is null ? null : new()
    {
        StabilizationWindowSeconds = (int?)rules["stabilizationWindowSeconds"],
        SelectPolicy = (string?)rules["selectPolicy"],
        Tolerance = rules["tolerance"] is { } tolerance ? new ResourceQuantity(tolerance.ToString()) : null,
        Policies = rules["policies"] is not JsonArray policies ? null :
        [
            .. policies.Select(p => new V2HPAScalingPolicy
            {
                Type = (string)p!["type"]!,
                Value = (int)p["value"]!,
                PeriodSeconds = (int)p["periodSeconds"]!,
            }),
        ],
    };

    public static IEnumerable<Recommendation> Recommendations(JsonNode? list) =>
        (list?.AsArray() ?? []).Select(r => new Recommendation((int)r!["replicas"]!, Now - Seconds(r["ageSeconds"], 0)));

    public static IEnumerable<ScaleEvent> Events(JsonNode? list) =>
        (list?.AsArray() ?? []).Select(e => new ScaleEvent((int)e!["change"]!, Now - Seconds(e["ageSeconds"], 0)));

    public static TimeSpan Seconds(JsonNode? seconds, double fallback) => TimeSpan.FromSeconds((double?)seconds ?? fallback);

    private static PodObservation Pod(JsonNode pod, string resource)
    {
        var requests = pod["requestsMilli"]?.AsObject();
        var names = pod["containers"]?.AsArray().Select(c => (string)c!) ?? requests?.Select(r => r.Key) ?? ["app"];
        return new()
        {
            Name = (string)pod["name"]!,
            Phase = Enum.Parse<PodPhase>((string)pod["phase"]!),
            Deleting = (bool?)pod["deleting"] ?? false,
            StartTime = pod["startAgeSeconds"] is { } age ? Now - Seconds(age, 0) : null,
            Ready = pod["ready"] is { } ready
                ? new((string)ready! == "True", Now - Seconds(pod["readyTransitionAgeSeconds"], 0))
                : null,
            Containers =
            [
                .. names.Select(n => new ContainerRequests(
                    n,
                    requests?[n] is { } request ? [KeyValuePair.Create(resource, (long)request)] : [])),
            ],
        };
    }

    private static long Usage(JsonNode sample, string? container) => sample["usageMilli"] is JsonObject usage
        ? usage.Where(u => container is null || u.Key == container).Sum(u => (long?)u.Value ?? 0)
        : (long?)sample["valueMilli"] ?? 0;
}

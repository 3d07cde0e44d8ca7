using k8s;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Cli.Explain;
using VoiceAssist.Cli.Live;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.LoadTest.Clusters;

/// <summary>Live autoscalers in the form in which a test sees workloads.</summary>
internal static class ClusterWorkloads
{
    /// <summary>Those autoscalers whose target is in the plan.</summary>
    public static IReadOnlyList<RehearsedWorkload> Of(IEnumerable<LiveAutoscaler> autoscalers, PublishedPlan plan, DateTimeOffset start) =>
    [
        .. from live in autoscalers
           from workload in plan.Workloads
           where workload.Name == live.Autoscaler.Spec.ScaleTargetRef.Name
           select Of(live, workload, plan, start),
    ];

    private static RehearsedWorkload Of(LiveAutoscaler live, PublishedPlan.PlannedWorkload workload, PublishedPlan plan, DateTimeOffset start)
    {
        var decision = ReconstructedPass.Of(live);
        var seen = live.Observation;
        var changes = live.Scalings.Where(s => s.Time >= start).ToList();
        var before = live.Scalings.LastOrDefault(s => s.Time < start)?.Size ?? live.Spec.MinReplicas;
        return new()
        {
            Name = workload.Name,
            Autoscaler = KubernetesJson.Serialize(live.Autoscaler),
            CpuRequest = workload.Requests.CpuMillicores,
            MemoryRequest = workload.Requests.MemoryBytes,
            CpuLimit = workload.Limits.CpuMillicores,
            MemoryLimit = workload.Limits.MemoryBytes,
            ScrapeSeconds = plan.ScrapeIntervalSeconds,
            Wanted = seen.SpecReplicas,
            Current = seen.StatusReplicas,
            Ready = seen.Pods.Count(p => p.IsRunningAndReady && !p.Deleting),
            UsedCores = Cores(live),
            Metrics = [.. live.Spec.Metrics.Select((m, i) => Metric(m, decision.Metrics.ElementAtOrDefault(i)))],
            Why = Why.Of(live).Text,
            Changes = [.. changes.Select((c, i) => new RehearsedChange((c.Time - start).TotalSeconds, i == 0 ? before : changes[i - 1].Size, c.Size, c.Reason))],
        };
    }

    private static double? Cores(LiveAutoscaler live)
    {
        var index = live.Spec.Metrics.ToList().FindIndex(m => m is { Kind: MetricSourceKind.Resource, Name: "cpu" });
        return index >= 0 && live.Readings[index].Answer.Samples is { Count: > 0 } samples ? samples.Sum(s => s.Milli) / 1000.0 : null;
    }

    private static RehearsedMetric Metric(MetricSpec metric, MetricEvaluation? evaluation) => evaluation is null or { HasFailed: true }
        ? new(metric.DisplayName, null, $"{metric.Target}", null, evaluation?.Error ?? "not read")
        : new(
            metric.DisplayName,
            evaluation.Utilization is { } percent ? $"{percent} %" : Milli.ToText(evaluation.Value),
            $"{metric.Target}",
            Math.Round(evaluation.Ratio * 100, 1),
            null);
}

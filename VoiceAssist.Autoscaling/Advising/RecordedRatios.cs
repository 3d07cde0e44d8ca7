using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Advising;

/// <summary>Recorded values divided by their target: the ratio that the controller works with.</summary>
public static class RecordedRatios
{
    /// <param name="metric">The metric.</param>
    /// <param name="requests">Requests of one pod, for utilizations.</param>
    /// <param name="recorded">What was recorded.</param>
    /// <returns>By time; empty where it was not recorded, its target is not positive, or it needs the replicas and those were not recorded.</returns>
    public static IReadOnlyList<LoadPoint> Of(MetricSpec metric, ResourceAmounts requests, RecordedMetrics recorded)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(recorded);
        var target = TargetOf(metric, requests);
        var isShared = metric.Target.Kind == TargetKind.AverageValue && metric.Kind is MetricSourceKind.Object or MetricSourceKind.External;
        if (target <= 0 || !recorded.Metrics.TryGetValue(metric.Name, out var points) || (isShared && recorded.Replicas is not { Count: > 0 }))
        {
            return [];
        }

        var replicas = isShared ? new ReplayLoad(recorded.Replicas!) : null;
        return [.. points.Where(p => p.PerSecond >= 0 && double.IsFinite(p.PerSecond)).OrderBy(p => p.Time).Select(p => new LoadPoint(p.Time, p.PerSecond / target / Math.Max(1, replicas?.RateAt(p.Time) ?? 1)))];
    }

    private static double TargetOf(MetricSpec metric, ResourceAmounts requests) => metric.Target.Kind switch
    {
        TargetKind.Utilization => metric.Target.Amount / 100.0 * (metric.Name == "memory" ? requests.Memory.Bytes : requests.Cpu.Cores),
        _ => metric.Target.Amount / 1000.0,
    };
}

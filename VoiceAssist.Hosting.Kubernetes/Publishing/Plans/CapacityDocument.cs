using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>What the environment needs.</summary>
/// <param name="Idle">Every autoscaler at its minimum.</param>
/// <param name="Peak">Every autoscaler at its maximum.</param>
/// <param name="Surge">What a rollout of everything adds at the peak.</param>
/// <param name="Terminating">Pods still stopping during that rollout.</param>
/// <param name="Quota">The namespace's quota, which admits all of them.</param>
internal sealed record CapacityDocument(TotalsDocument Idle, TotalsDocument Peak, TotalsDocument Surge, TotalsDocument Terminating, TotalsDocument Quota)
{
    public static CapacityDocument Of(CapacityReport report) => new(
        TotalsDocument.Of(report.Total.Idle),
        TotalsDocument.Of(report.Total.Peak),
        TotalsDocument.Of(report.Total.Surge),
        TotalsDocument.Of(report.Total.Terminating),
        new(report.Quota.Pods, AmountsDocument.Of(report.Quota.Requests), AmountsDocument.Of(report.Quota.Limits)));
}

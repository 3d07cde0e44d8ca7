namespace VoiceAssist.Autoscaling.Capacity;

/// <summary>The capacity of an environment: each workload, and all together.</summary>
/// <param name="Workloads">Each workload's share.</param>
/// <param name="Total">The sums.</param>
public sealed record CapacityReport(IReadOnlyList<WorkloadShare> Workloads, CapacitySummary Total)
{
    /// <summary>The quota that admits this environment's own ceiling.</summary>
    public Quota Quota => Quota.Admitting(Total.Ceiling);
}

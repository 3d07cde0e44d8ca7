namespace VoiceAssist.Autoscaling.Capacity;

/// <summary>The one place where an environment's sums are made: publishing, checks, planner and command line all ask here.</summary>
/// <remarks>The simulator counts pod by pod as they come and go, by the same <see cref="PodTotals"/>, against a <see cref="Quota"/> that comes from here.</remarks>
public static class CapacityFunction
{
    /// <summary>Replicas, requests and limits idle and at peak, the surge of a rollout, and pods still stopping.</summary>
    /// <exception cref="ArgumentException">A workload's bounds are negative or reversed, or its limits lie below its requests.</exception>
    public static CapacityReport Of(IEnumerable<WorkloadCapacity> workloads)
    {
        ArgumentNullException.ThrowIfNull(workloads);
        var shares = workloads.Select(w => new WorkloadShare(w, Summarize(w))).ToArray();
        return new(shares, shares.Aggregate(default(CapacitySummary), (sum, share) => sum + share.Summary));
    }

    private static CapacitySummary Summarize(WorkloadCapacity workload)
    {
        if (workload.MinReplicas < 0 || workload.MaxReplicas < workload.MinReplicas)
        {
            throw new ArgumentException($"Workload {workload.Name}: replicas {workload.MinReplicas} to {workload.MaxReplicas} are no range; give 0 <= min <= max.", nameof(workload));
        }

        if (!workload.Requests.FitsInto(workload.Limits))
        {
            throw new ArgumentException($"Workload {workload.Name}: limits {workload.Limits} must be at least the requests {workload.Requests}.", nameof(workload));
        }

        return new(
            PodTotals.Of(workload, workload.MinReplicas),
            PodTotals.Of(workload, workload.MaxReplicas),
            PodTotals.Of(workload, workload.Rollout.Surge(workload.MaxReplicas)),
            PodTotals.Of(workload, workload.Rollout.Terminating(workload.MaxReplicas)));
    }
}

namespace VoiceAssist.Autoscaling.Capacity;

/// <summary>A number of pods with their summed requests and limits.</summary>
public readonly record struct PodTotals(int Pods, ResourceAmounts Requests, ResourceAmounts Limits)
{
    /// <summary>A number of equal pods.</summary>
    public static PodTotals Of(WorkloadCapacity workload, int pods)
    {
        ArgumentNullException.ThrowIfNull(workload);
        return new(pods, workload.Requests * pods, workload.Limits * pods);
    }

    public static PodTotals operator +(PodTotals left, PodTotals right) =>
        new(left.Pods + right.Pods, left.Requests + right.Requests, left.Limits + right.Limits);
}

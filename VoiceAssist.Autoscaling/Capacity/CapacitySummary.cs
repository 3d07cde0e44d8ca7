namespace VoiceAssist.Autoscaling.Capacity;

/// <summary>What workloads need, in the situations that matter.</summary>
/// <param name="Idle">Every autoscaler at its minimum.</param>
/// <param name="Peak">Every autoscaler at its maximum.</param>
/// <param name="Surge">What a rollout of everything adds at the peak.</param>
/// <param name="Terminating">Old pods still stopping during that rollout.</param>
public readonly record struct CapacitySummary(PodTotals Idle, PodTotals Peak, PodTotals Surge, PodTotals Terminating)
{
    /// <summary>The most that can exist at once: peak, surge and stopping pods together. A quota must admit this.</summary>
    public PodTotals Ceiling => Peak + Surge + Terminating;

    public static CapacitySummary operator +(CapacitySummary left, CapacitySummary right) =>
        new(left.Idle + right.Idle, left.Peak + right.Peak, left.Surge + right.Surge, left.Terminating + right.Terminating);
}

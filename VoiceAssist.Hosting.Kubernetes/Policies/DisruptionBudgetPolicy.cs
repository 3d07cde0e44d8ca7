using System.Runtime.CompilerServices;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>How many pods stay up while nodes are drained (policy/v1).</summary>
public sealed class DisruptionBudgetPolicy : Policy<DisruptionBudgetPolicy>
{
    /// <value>Pods that stay up.</value>
    public Figure<int>? MinAvailablePods { get; private set; }

    /// <value>Whether unhealthy pods may always be evicted. Default: only while the budget is met.</value>
    public UnhealthyPodEviction Unhealthy { get; private set; } = UnhealthyPodEviction.IfHealthyBudget;

    /// <value>Why the budget is meant to block a drain; null: it is not meant to.</value>
    public string? BlocksDrainBecause { get; private set; }

    /// <summary>Pods that stay up.</summary>
    public DisruptionBudgetPolicy MinAvailable(int pods, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pods);
        MinAvailablePods = new(pods, because, new(file, line));
        return this;
    }

    /// <summary>Whether unhealthy pods may always be evicted.</summary>
    public DisruptionBudgetPolicy EvictUnhealthy(UnhealthyPodEviction eviction)
    {
        Unhealthy = eviction;
        return this;
    }

    /// <summary>The budget is meant to block every drain of its only pod; the reason stands in an annotation.</summary>
    public DisruptionBudgetPolicy BlocksDrain(string because)
    {
        ArgumentException.ThrowIfNullOrEmpty(because);
        BlocksDrainBecause = because;
        return this;
    }
}

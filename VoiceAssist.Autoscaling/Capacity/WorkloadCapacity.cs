namespace VoiceAssist.Autoscaling.Capacity;

/// <summary>One workload of an environment, as far as capacity goes.</summary>
public sealed record WorkloadCapacity
{
    /// <summary>The workload's name.</summary>
    public required string Name { get; init; }

    /// <summary>Fewest replicas: the autoscaler's minimum, or the fixed number.</summary>
    public required int MinReplicas { get; init; }

    /// <summary>Most replicas: the autoscaler's maximum, or the fixed number.</summary>
    public required int MaxReplicas { get; init; }

    /// <summary>Requests of one pod.</summary>
    public required ResourceAmounts Requests { get; init; }

    /// <summary>Limits of one pod.</summary>
    public required ResourceAmounts Limits { get; init; }

    /// <summary>How its pods are replaced.</summary>
    public RolloutPace Rollout { get; init; } = new();

    /// <summary>A workload without autoscaler.</summary>
    public static WorkloadCapacity Fixed(string name, int replicas, ResourceAmounts requests, ResourceAmounts limits, RolloutPace rollout) => new()
    {
        Name = name,
        MinReplicas = replicas,
        MaxReplicas = replicas,
        Requests = requests,
        Limits = limits,
        Rollout = rollout,
    };
}

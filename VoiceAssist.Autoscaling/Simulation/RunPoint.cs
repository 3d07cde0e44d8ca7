namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>A workload at one time of a run.</summary>
public sealed record RunPoint
{
    /// <summary>Since the start.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Expected arrivals per second.</summary>
    public required double Load { get; init; }

    /// <summary>What the metrics asked for before windows, policies and bounds; null when the last pass read none.</summary>
    public required int? Proposed { get; init; }

    /// <summary>Replicas wanted: <c>spec.replicas</c>.</summary>
    public required int Wanted { get; init; }

    /// <summary>Pods that exist and are not being deleted.</summary>
    public required int Current { get; init; }

    /// <summary>Pods that serve.</summary>
    public required int Ready { get; init; }

    /// <summary>Each metric at the last pass, in the autoscaler's order.</summary>
    public required IReadOnlyList<MetricReading> Metrics { get; init; }

    /// <summary>Why the last pass did not do what the metrics proposed (a condition reason), null when it did.</summary>
    public required string? HeldBackBy { get; init; }

    /// <summary>Requests or jobs waiting.</summary>
    public required double QueueDepth { get; init; }

    /// <summary>Age of the oldest waiting one.</summary>
    public required TimeSpan QueueAge { get; init; }

    /// <summary>Estimate for what arrives now.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>Requests given up so far.</summary>
    public required double Unserved { get; init; }

    /// <summary>Cores that all pods used.</summary>
    public required double UsedCores { get; init; }

    /// <summary>Memory of all pods in bytes.</summary>
    public required double UsedMemory { get; init; }

    /// <summary>vCPU-hours requested so far.</summary>
    public required double VcpuHours { get; init; }
}

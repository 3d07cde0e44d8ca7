namespace VoiceAssist.Autoscaling.Rehearsals;

/// <summary>A workload of a rehearsal.</summary>
public sealed record RehearsedWorkload
{
    public required string Name { get; init; }

    /// <summary>Its HorizontalPodAutoscaler as JSON.</summary>
    public required string Autoscaler { get; init; }

    /// <summary>CPU request of one pod in thousandths of a core.</summary>
    public required long CpuRequest { get; init; }

    /// <summary>Memory request of one pod in bytes.</summary>
    public required long MemoryRequest { get; init; }

    /// <summary>CPU limit of one pod in thousandths of a core.</summary>
    public required long CpuLimit { get; init; }

    /// <summary>Memory limit of one pod in bytes.</summary>
    public required long MemoryLimit { get; init; }

    /// <summary>Seconds between two scrapes of its metrics, in the cluster's time.</summary>
    public required double ScrapeSeconds { get; init; }

    /// <summary>Replicas wanted: <c>spec.replicas</c>.</summary>
    public required int Wanted { get; init; }

    /// <summary>Replicas that exist and are not being stopped.</summary>
    public required int Current { get; init; }

    /// <summary>Replicas that serve.</summary>
    public required int Ready { get; init; }

    /// <summary>Cores that all replicas used at the last measurement; null before the first.</summary>
    public required double? UsedCores { get; init; }

    public required IReadOnlyList<RehearsedMetric> Metrics { get; init; }

    /// <summary>What the last pass of the autoscaler did, in its own words.</summary>
    public required string Why { get; init; }

    public required IReadOnlyList<RehearsedChange> Changes { get; init; }
}

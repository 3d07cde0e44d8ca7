namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>A workload of the environment.</summary>
internal sealed record WorkloadDocument
{
    /// <summary>The name of its Deployment or StatefulSet, and Service.</summary>
    public required string Name { get; init; }

    public required string Component { get; init; }

    /// <summary><c>Deployment</c> or <c>StatefulSet</c>.</summary>
    public required string Kind { get; init; }

    public required string Container { get; init; }

    public required string Image { get; init; }

    /// <summary>Fewest replicas: the autoscaler's, or the fixed number.</summary>
    public required int MinReplicas { get; init; }

    /// <summary>Most replicas.</summary>
    public required int MaxReplicas { get; init; }

    /// <summary>Of one pod; null: the workload has none.</summary>
    public AmountsDocument? Requests { get; init; }

    /// <summary>Of one pod; null: the workload has none.</summary>
    public AmountsDocument? Limits { get; init; }

    public required IReadOnlyList<PortDocument> Ports { get; init; }

    /// <summary>The autoscaler; null: the number of replicas is fixed.</summary>
    public AutoscalerDocument? Autoscaler { get; init; }

    public RecommendationDocument? Recommendation { get; init; }

    public DisruptionDocument? DisruptionBudget { get; init; }

    public ProbeDocument? Liveness { get; init; }

    public ProbeDocument? Readiness { get; init; }

    public ProbeDocument? Startup { get; init; }

    public RolloutDocument? Rollout { get; init; }

    /// <summary>How long Kubernetes waits between SIGTERM and SIGKILL.</summary>
    public double? GracePeriodSeconds { get; init; }

    /// <summary>How long the program needs at most until it can serve, where it says so.</summary>
    public double? StartSeconds { get; init; }

    /// <summary>The path of its Prometheus metrics; null: it has none.</summary>
    public string? MetricsPath { get; init; }

    /// <summary>The name of the port on which they are.</summary>
    public string? MetricsPort { get; init; }
}

namespace VoiceAssist.Autoscaling.Observations;

/// <summary>Everything the controller reads in one pass.</summary>
public sealed record Observation
{
    /// <summary>The time of the pass.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary><c>spec.replicas</c> of the scale subresource: what was asked for.</summary>
    public required int SpecReplicas { get; init; }

    /// <summary><c>status.replicas</c> of the scale subresource: what exists. Only per-pod targets of Object and External metrics use it.</summary>
    public required int StatusReplicas { get; init; }

    /// <summary>All pods that the selector matches; in a rollout there are more than <see cref="SpecReplicas"/>.</summary>
    public IReadOnlyList<PodObservation> Pods { get; init; } = [];

    /// <summary>One answer per metric of the autoscaler, in the same order.</summary>
    public IReadOnlyList<MetricObservation> Metrics { get; init; } = [];

    public SelectorProblem SelectorProblem { get; init; }

    /// <summary>Why the scale subresource could not be read; null when it could.</summary>
    public string? ScaleReadError { get; init; }
}

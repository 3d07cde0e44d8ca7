using k8s.Models;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Cli.Live;

/// <summary>An autoscaler of the cluster with everything that its controller would read now.</summary>
internal sealed record LiveAutoscaler
{
    public required V2HorizontalPodAutoscaler Autoscaler { get; init; }

    /// <summary>What the controller would see.</summary>
    public required Observation Observation { get; init; }

    /// <summary>One for each metric of the spec.</summary>
    public required IReadOnlyList<MetricReading> Readings { get; init; }

    /// <summary>Changes that are still among the cluster's events (an hour by default), oldest first.</summary>
    public required IReadOnlyList<SeenScaling> Scalings { get; init; }

    public string Name => Autoscaler.Metadata.Name;

    public string Namespace => Autoscaler.Metadata.NamespaceProperty;

    public AutoscalerSpec Spec => AutoscalerSpec.From(Autoscaler);

    public string Target => $"{Autoscaler.Spec.ScaleTargetRef.Kind} {Autoscaler.Spec.ScaleTargetRef.Name}";

    public V2HorizontalPodAutoscalerCondition? Condition(string type) => Autoscaler.Status?.Conditions?.FirstOrDefault(c => c.Type == type);
}

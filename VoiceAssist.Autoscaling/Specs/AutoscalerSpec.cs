using k8s.Models;

namespace VoiceAssist.Autoscaling.Specs;

/// <summary>A HorizontalPodAutoscaler with all defaults filled in, in the form the algorithm works on.</summary>
/// <param name="Name">Namespace and name for messages.</param>
/// <param name="MinReplicas">Lower bound (default 1; 0 only with the HPAScaleToZero gate).</param>
/// <param name="MaxReplicas">Upper bound.</param>
/// <param name="Metrics">The metrics in order; never empty (default: cpu utilization 80 %).</param>
/// <param name="Behavior">Null when the object has no behavior: the controller then follows older rules (HPA-SPEC §5).</param>
public sealed record AutoscalerSpec(
    string Name,
    int MinReplicas,
    int MaxReplicas,
    IReadOnlyList<MetricSpec> Metrics,
    Behavior? Behavior)
{
    /// <summary>Whether some metric exists without pods, which scaling to and from zero needs.</summary>
    public bool HasObjectOrExternalMetric => Metrics.Any(m => m.Kind is MetricSourceKind.Object or MetricSourceKind.External);

    /// <summary>Reads an autoscaler as the controller does: defaults are filled in, nothing is checked.</summary>
    /// <remarks>Use <see cref="Validation.HorizontalPodAutoscalerValidator"/> first for what the API server would refuse.</remarks>
    public static AutoscalerSpec From(V2HorizontalPodAutoscaler autoscaler)
    {
        ArgumentNullException.ThrowIfNull(autoscaler);
        return SpecReader.Read(autoscaler);
    }
}

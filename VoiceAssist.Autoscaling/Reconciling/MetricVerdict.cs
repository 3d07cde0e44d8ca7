using VoiceAssist.Autoscaling.Metrics;

namespace VoiceAssist.Autoscaling.Reconciling;

/// <summary>All metrics of one pass together (HPA-SPEC §2).</summary>
/// <param name="Evaluations">Each metric.</param>
/// <param name="Driving">The one with the largest proposal.</param>
/// <param name="FirstFailure">The first metric that failed.</param>
/// <param name="IsUsable">Whether the largest proposal may be acted on.</param>
internal readonly record struct MetricVerdict(
    IReadOnlyList<MetricEvaluation> Evaluations,
    MetricEvaluation? Driving,
    MetricEvaluation? FirstFailure,
    bool IsUsable);

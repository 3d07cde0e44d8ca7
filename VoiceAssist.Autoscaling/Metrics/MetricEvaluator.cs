using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>From one metric and one observation to a proposal (HPA-SPEC §3). Pure.</summary>
public static class MetricEvaluator
{
    /// <summary>Evaluates one metric; a failure is a result, not an exception.</summary>
    public static MetricEvaluation Evaluate(
        MetricSpec metric,
        MetricObservation answer,
        Observation observation,
        Tolerance tolerance,
        ControllerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(settings);
        if (metric.Kind == MetricSourceKind.Unknown)
        {
            return MetricEvaluation.Failed(metric, $"unknown metric source type \"{metric.Name}\"");
        }

        if (answer.Error is { } error)
        {
            return MetricEvaluation.Failed(metric, error);
        }

        if (metric.Target.Amount <= 0)
        {
            return MetricEvaluation.Failed(metric, "no positive target is set");
        }

        return metric.Kind is MetricSourceKind.Object or MetricSourceKind.External
            ? TotalMetric.Evaluate(metric, answer, observation, tolerance)
            : PodMetric.Evaluate(metric, answer, observation, tolerance, settings);
    }
}

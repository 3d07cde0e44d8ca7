using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Reconciling;

/// <summary>Asks every metric and takes the largest proposal (HPA-SPEC §2).</summary>
internal static class MetricPoll
{
    private static readonly MetricObservation NoAnswer = MetricObservation.Failed("the metric was not observed");

    public static MetricVerdict Take(AutoscalerSpec spec, Observation observation, ControllerSettings settings)
    {
        if (observation.SelectorProblem != SelectorProblem.None)
        {
            return SelectorFailure(spec, observation.SelectorProblem);
        }

        var tolerance = Tolerance.For(spec.Behavior, settings);
        var evaluations = new MetricEvaluation[spec.Metrics.Count];
        MetricEvaluation? driving = null;
        MetricEvaluation? firstFailure = null;
        for (var i = 0; i < evaluations.Length; i++)
        {
            var answer = i < observation.Metrics.Count ? observation.Metrics[i] : NoAnswer;
            var evaluation = MetricEvaluator.Evaluate(spec.Metrics[i], answer, observation, tolerance, settings);
            evaluations[i] = evaluation;
            if (evaluation.HasFailed)
            {
                firstFailure ??= evaluation;
            }
            else if (driving is null || evaluation.Proposal > driving.Proposal)
            {
                driving = evaluation;
            }
        }

        // Growing needs one metric, shrinking needs them all: the silent one might have asked for more.
        var usable = driving is not null && (firstFailure is null || driving.Proposal >= observation.SpecReplicas);
        return new(evaluations, driving, firstFailure, usable);
    }

    private static MetricVerdict SelectorFailure(AutoscalerSpec spec, SelectorProblem problem)
    {
        var (reason, message) = problem == SelectorProblem.Invalid
            ? ("InvalidSelector", "the target's selector is missing or cannot be parsed")
            : ("AmbiguousSelector", "the target's pods are selected by more than one autoscaler");
        var failure = MetricEvaluation.Failed(spec.Metrics[0], message) with { FailureReason = reason };
        return new([], null, failure, IsUsable: false);
    }
}

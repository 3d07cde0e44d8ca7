using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>Resource, ContainerResource and Pods metrics: one sample per pod (HPA-SPEC §3.2 to §3.5).</summary>
internal static class PodMetric
{
    public static MetricEvaluation Evaluate(
        MetricSpec metric,
        MetricObservation answer,
        Observation observation,
        Tolerance tolerance,
        ControllerSettings settings)
    {
        if (answer.Samples.Count == 0)
        {
            return MetricEvaluation.Failed(metric, NoAnswer(metric));
        }

        if (observation.Pods.Count == 0)
        {
            return MetricEvaluation.Failed(metric, "no pods returned by selector while calculating replica count");
        }

        var set = SampleSet.Collect(metric, answer.Samples, observation, settings);
        if (set.SampleCount == 0)
        {
            return MetricEvaluation.Failed(metric, "did not receive metrics for targeted pods (pods might be unready)", set.Groups);
        }

        if (metric.Target.Kind == TargetKind.Utilization && set.AddRequests(metric, observation.Pods) is { } missingRequest)
        {
            return MetricEvaluation.Failed(metric, missingRequest, set.Groups);
        }

        if (set.Measure(metric.Target) is not { } measured)
        {
            return MetricEvaluation.Failed(metric, "no metrics returned matched known pods", set.Groups);
        }

        var result = new MetricEvaluation
        {
            Metric = metric,
            Rule = ProposalRule.Failed,
            Ratio = measured.Ratio,
            Value = measured.Average,
            Utilization = metric.Target.Kind == TargetKind.Utilization ? measured.Utilization : null,
            Groups = set.Groups,
        };
        return Propose(result, set, observation.SpecReplicas, tolerance);
    }

    private static MetricEvaluation Propose(MetricEvaluation result, SampleSet set, int current, Tolerance tolerance)
    {
        var ratio = result.Ratio;
        var growing = set.HasUnready && ratio > 1.0;
        if (!growing && !set.HasMissing)
        {
            return tolerance.Contains(ratio)
                ? result with { Rule = ProposalRule.WithinTolerance, Proposal = current }
                : result with
                {
                    Rule = ProposalRule.RatioTimesPods,
                    PodsMultiplied = set.CountedPods,
                    Proposal = Proposals.RoundUp(ratio * set.CountedPods),
                };
        }

        set.FillMissing(result.Metric.Target, ratio);
        if (growing)
        {
            set.FillUnreadyWithZero();
        }

        // Measured pods exist, or the first measure would have failed.
        var filled = set.Measure(result.Metric.Target)!.Value.Ratio;
        result = result with { FilledRatio = filled, PodsMultiplied = set.SampleCount, Proposal = current };
        if (tolerance.Contains(filled))
        {
            return result with { Rule = ProposalRule.WithinToleranceOnceFilled };
        }

        if ((ratio < 1.0 && filled > 1.0) || (ratio > 1.0 && filled < 1.0))
        {
            return result with { Rule = ProposalRule.DirectionReversedOnceFilled };
        }

        var proposal = Proposals.RoundUp(filled * set.SampleCount);
        return (filled < 1.0 && proposal > current) || (filled > 1.0 && proposal < current)
            ? result with { Rule = ProposalRule.CountAgainstDirection }
            : result with { Rule = ProposalRule.RatioTimesPods, Proposal = proposal };
    }

    private static string NoAnswer(MetricSpec metric) => metric.Kind == MetricSourceKind.Pods
        ? $"unable to get metric {metric.Name}: no metrics returned from custom metrics API"
        : $"unable to get metrics for resource {metric.Name}: no metrics returned from resource metrics API";
}

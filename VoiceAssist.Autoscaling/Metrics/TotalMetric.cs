using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>Object and External metrics: one number for all pods (HPA-SPEC §3.6, §3.7).</summary>
internal static class TotalMetric
{
    public static MetricEvaluation Evaluate(MetricSpec metric, MetricObservation answer, Observation observation, Tolerance tolerance)
    {
        if (answer.Series.Count == 0)
        {
            return MetricEvaluation.Failed(metric, $"no metrics returned from {(metric.Kind == MetricSourceKind.External ? "external" : "custom")} metrics API");
        }

        return metric.Target.Kind switch
        {
            TargetKind.Value => ByValue(metric, Total(answer.Series), observation, tolerance),
            TargetKind.AverageValue => ByAverage(metric, TotalPerPod(metric, answer.Series), observation.StatusReplicas, tolerance),
            _ => MetricEvaluation.Failed(metric, "neither a value target nor an average value target was set"),
        };
    }

    private static long Total(IReadOnlyList<long> series)
    {
        var total = 0L;
        for (var i = 0; i < series.Count && total < long.MaxValue; i++)
        {
            total = SaturatingSum.Add(total, series[i]);
        }

        return total;
    }

    // The controller takes a sum below zero for one that wrapped round, and a negative External metric with it: both become the largest number.
    private static long TotalPerPod(MetricSpec metric, IReadOnlyList<long> series)
    {
        if (metric.Kind != MetricSourceKind.External)
        {
            return Total(series);
        }

        var total = 0L;
        for (var i = 0; i < series.Count; i++)
        {
            total = unchecked(total + series[i]);
            if (total < 0)
            {
                return long.MaxValue;
            }
        }

        return total;
    }

    private static MetricEvaluation ByValue(MetricSpec metric, long total, Observation observation, Tolerance tolerance)
    {
        var ratio = (double)total / metric.Target.Amount;
        var result = new MetricEvaluation { Metric = metric, Rule = ProposalRule.FromZero, Ratio = ratio, Value = total };
        if (observation.SpecReplicas == 0)
        {
            return result with { Proposal = Proposals.RoundUp(ratio) };
        }

        if (tolerance.Contains(ratio))
        {
            return result with { Rule = ProposalRule.WithinTolerance, Proposal = observation.SpecReplicas };
        }

        if (observation.Pods.Count == 0)
        {
            return MetricEvaluation.Failed(metric, "unable to calculate ready pods: no pods returned by selector while calculating replica count");
        }

        var ready = 0;
        for (var i = 0; i < observation.Pods.Count; i++)
        {
            ready += observation.Pods[i].IsRunningAndReady ? 1 : 0;
        }

        return result with { Rule = ProposalRule.RatioTimesPods, PodsMultiplied = ready, Proposal = Proposals.RoundUp(ratio * ready) };
    }

    private static MetricEvaluation ByAverage(MetricSpec metric, long total, int statusReplicas, Tolerance tolerance)
    {
        var ratio = total / ((double)metric.Target.Amount * statusReplicas);
        var stay = tolerance.Contains(ratio);
        return new()
        {
            Metric = metric,
            Rule = stay ? ProposalRule.WithinTolerance : ProposalRule.TotalByTarget,
            Ratio = ratio,
            PodsMultiplied = statusReplicas,
            Proposal = stay ? statusReplicas : Proposals.RoundUp((double)total / metric.Target.Amount),

            // Nothing to divide by at zero pods; the status shows 0 then.
            Value = total == long.MaxValue ? total : statusReplicas == 0 ? 0 : (long)Math.Ceiling((double)total / statusReplicas),
        };
    }
}

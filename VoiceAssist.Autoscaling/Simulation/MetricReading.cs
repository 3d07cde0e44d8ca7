using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>
/// What is kept of a <see cref="MetricEvaluation"/> for each point of a run. The evaluations themselves know every pod, and a day has ten thousand of them.
/// </summary>
/// <param name="Metric">The metric.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Proposal">The replicas it asked for; 0 when it failed.</param>
/// <param name="Ratio">Measured value divided by target; NaN when it failed.</param>
/// <param name="Value">In thousandths: average per pod, or the total for Value targets.</param>
/// <param name="Utilization">The whole percentage of the requests, null unless the target is a utilization.</param>
/// <param name="SetAside">Pods whose sample did not count or was not there: unready and missing ones.</param>
/// <param name="Error">What went wrong, null when nothing did.</param>
public readonly record struct MetricReading(MetricSpec Metric, ProposalRule Rule, int Proposal, double Ratio, long Value, int? Utilization, int SetAside, string? Error)
{
    public bool HasFailed => Rule == ProposalRule.Failed;

    internal static MetricReading Of(MetricEvaluation evaluation) => new(
        evaluation.Metric,
        evaluation.Rule,
        evaluation.Proposal,
        evaluation.Ratio,
        evaluation.Value,
        evaluation.Utilization,
        evaluation.Count(PodGroup.Unready) + evaluation.Count(PodGroup.Missing),
        evaluation.Error);
}

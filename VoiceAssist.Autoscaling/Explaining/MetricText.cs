using System.Globalization;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Explaining;

/// <summary>One metric's part of the explanation.</summary>
internal static class MetricText
{
    private const int NamesShown = 3;

    public static string For(MetricEvaluation evaluation, Observation observation)
    {
        var name = evaluation.Metric.DisplayName;
        return evaluation.HasFailed
            ? $"{name}: failed, {evaluation.Error}.{Groups(evaluation, observation)}"
            : $"{name}: {Value(evaluation)}, target {evaluation.Metric.Target}, ratio {Number(evaluation.Ratio)}; {Rule(evaluation)}.{Groups(evaluation, observation)}";
    }

    private static string Value(MetricEvaluation evaluation) => evaluation.Utilization is { } percent
        ? $"{percent} % of the requests ({Milli.ToText(evaluation.Value)} per pod)"
        : evaluation.Metric.Target.Kind == TargetKind.AverageValue
            ? $"{Milli.ToText(evaluation.Value)} per pod"
            : Milli.ToText(evaluation.Value);

    private static string Rule(MetricEvaluation evaluation) => evaluation.Rule switch
    {
        ProposalRule.WithinTolerance => $"within tolerance, proposes {evaluation.Proposal} (stay)",
        ProposalRule.RatioTimesPods => $"proposes {Number(evaluation.FilledRatio ?? evaluation.Ratio)} x {evaluation.PodsMultiplied} pods, rounded up = {evaluation.Proposal}",
        ProposalRule.TotalByTarget => $"proposes total / target, rounded up = {evaluation.Proposal}",
        ProposalRule.FromZero => $"from zero proposes the ratio rounded up = {evaluation.Proposal}",
        ProposalRule.WithinToleranceOnceFilled => $"with unready and missing pods assumed {Number(evaluation.FilledRatio)}, within tolerance: proposes {evaluation.Proposal} (stay)",
        ProposalRule.DirectionReversedOnceFilled => $"with unready and missing pods assumed {Number(evaluation.FilledRatio)}, the other direction: proposes {evaluation.Proposal} (stay)",
        ProposalRule.CountAgainstDirection => $"with unready and missing pods assumed {Number(evaluation.FilledRatio)} x {evaluation.PodsMultiplied}, against the direction: proposes {evaluation.Proposal} (stay)",
        _ => "no proposal",
    };

    private static string Groups(MetricEvaluation evaluation, Observation observation) =>
        Group(evaluation, observation, PodGroup.Ignored, "ignored (deleted or failed)")
        + Group(evaluation, observation, PodGroup.Unready, "unready")
        + Group(evaluation, observation, PodGroup.Missing, "without a sample");

    private static string Group(MetricEvaluation evaluation, Observation observation, PodGroup group, string what)
    {
        var names = evaluation.Groups.Select((g, i) => (Group: g, Index: i)).Where(x => x.Group == group).Select(x => observation.Pods[x.Index].Name).ToArray();
        return names.Length == 0
            ? ""
            : $" {names.Length} {what}: {string.Join(", ", names.Take(NamesShown))}{(names.Length > NamesShown ? ", …" : "")}.";
    }

    private static string Number(double? value) => value switch
    {
        null => "?",
        double.PositiveInfinity => "infinite",
        { } number => number.ToString("0.####", CultureInfo.InvariantCulture),
    };
}

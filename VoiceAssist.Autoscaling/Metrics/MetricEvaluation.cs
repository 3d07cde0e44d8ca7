using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>What one metric said in one pass, with everything that led to it.</summary>
public sealed record MetricEvaluation
{
    public required MetricSpec Metric { get; init; }

    /// <summary>The rule that decided.</summary>
    public required ProposalRule Rule { get; init; }

    /// <summary>The replicas this metric asks for; 0 when it failed.</summary>
    public int Proposal { get; init; }

    /// <summary>Measured value divided by target, before any pod was filled in; NaN when the metric failed.</summary>
    public double Ratio { get; init; } = double.NaN;

    /// <summary>The ratio with unready and missing pods filled in; null when none had to be.</summary>
    public double? FilledRatio { get; init; }

    /// <summary>The number the ratio was multiplied by (pods counted, or filled in, or ready).</summary>
    public int PodsMultiplied { get; init; }

    /// <summary>The status value in thousandths: average per pod, or the total for Value targets.</summary>
    public long Value { get; init; }

    /// <summary>The whole percentage of the requests, null unless the target is a utilization.</summary>
    public int? Utilization { get; init; }

    /// <summary>Each observed pod's group, in the observation's order; empty for Object and External metrics.</summary>
    public IReadOnlyList<PodGroup> Groups { get; init; } = [];

    /// <summary>The condition reason when the metric failed (FailedGet…Metric, InvalidMetricSourceType, InvalidSelector, AmbiguousSelector).</summary>
    public string? FailureReason { get; init; }

    /// <summary>What went wrong, for people.</summary>
    public string? Error { get; init; }

    public bool HasFailed => Rule == ProposalRule.Failed;

    public int Count(PodGroup group)
    {
        var count = 0;
        for (var i = 0; i < Groups.Count; i++)
        {
            count += Groups[i] == group ? 1 : 0;
        }

        return count;
    }

    internal static MetricEvaluation Failed(MetricSpec metric, string error, IReadOnlyList<PodGroup>? groups = null) => new()
    {
        Metric = metric,
        Rule = ProposalRule.Failed,
        FailureReason = metric.FailureReason,
        Error = error,
        Groups = groups ?? [],
    };
}

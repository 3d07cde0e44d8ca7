namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>Which rule gave a metric's proposal.</summary>
public enum ProposalRule
{
    /// <summary>The metric failed; there is no proposal.</summary>
    Failed,

    /// <summary>The ratio is within the tolerance: stay.</summary>
    WithinTolerance,

    /// <summary>The ratio times the number of pods, rounded up.</summary>
    RatioTimesPods,

    /// <summary>Total divided by the per-pod target, rounded up.</summary>
    TotalByTarget,

    /// <summary>From zero replicas: the ratio itself, rounded up, without tolerance.</summary>
    FromZero,

    /// <summary>With unready and missing pods filled in, the ratio is within the tolerance: stay.</summary>
    WithinToleranceOnceFilled,

    /// <summary>With unready and missing pods filled in, the ratio lies on the other side of 1: stay.</summary>
    DirectionReversedOnceFilled,

    /// <summary>The filled-in number of pods would scale against the ratio's direction: stay.</summary>
    CountAgainstDirection,
}

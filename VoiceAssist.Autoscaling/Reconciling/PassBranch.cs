namespace VoiceAssist.Autoscaling.Reconciling;

/// <summary>Which way one pass took.</summary>
public enum PassBranch
{
    /// <summary>The target's scale could not be read; nothing was done.</summary>
    ScaleUnreadable,

    /// <summary>The target stands at zero and the controller did not put it there: autoscaling is paused.</summary>
    Disabled,

    /// <summary>More replicas than the maximum: set to the maximum, metrics not read.</summary>
    AboveMaximum,

    /// <summary>Fewer replicas than the minimum: set to the minimum, metrics not read.</summary>
    BelowMinimum,

    /// <summary>The metrics gave no usable recommendation; nothing was done.</summary>
    MetricsFailed,

    /// <summary>The metrics decided.</summary>
    Metrics,
}

namespace VoiceAssist.Autoscaling.Specs;

/// <summary>How a metric is compared with its target.</summary>
public enum TargetKind
{
    /// <summary>No usable target; the metric fails.</summary>
    None,

    /// <summary>Percent of the pods' requests.</summary>
    Utilization,

    /// <summary>The value itself, whatever the number of pods.</summary>
    Value,

    /// <summary>The value divided by the number of pods.</summary>
    AverageValue,
}

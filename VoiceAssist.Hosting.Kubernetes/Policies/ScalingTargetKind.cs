namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>What the figure of a target means.</summary>
public enum ScalingTargetKind
{
    /// <summary>Percent of the request.</summary>
    Utilization,

    /// <summary>An average per pod.</summary>
    AverageValue,

    /// <summary>One value for all pods.</summary>
    Value,
}

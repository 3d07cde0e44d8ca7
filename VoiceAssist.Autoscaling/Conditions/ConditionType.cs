namespace VoiceAssist.Autoscaling.Conditions;

/// <summary>The condition types of an autoscaler's status.</summary>
public enum ConditionType
{
    /// <summary>Whether the controller can read and write the target's scale.</summary>
    AbleToScale,

    /// <summary>Whether it can compute a replica count.</summary>
    ScalingActive,

    /// <summary>Whether the count it wanted was cut by bounds or policies.</summary>
    ScalingLimited,

    /// <summary>Whether the controller itself scaled the target to zero (gate HPAScaleToZero).</summary>
    ScaledToZero,
}

namespace VoiceAssist.Autoscaling.Plant;

/// <summary>What can happen to a pod, as far as reaction times go.</summary>
public enum PodMilestoneKind
{
    /// <summary>It became Ready.</summary>
    Ready,

    /// <summary>It was told to stop.</summary>
    Stopping,
}

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>Which of several scaling policies counts.</summary>
public enum ScalingSelection
{
    /// <summary>The one that allows the larger change.</summary>
    Max,

    /// <summary>The one that allows the smaller change.</summary>
    Min,

    /// <summary>None: never scales in this direction.</summary>
    Disabled,
}

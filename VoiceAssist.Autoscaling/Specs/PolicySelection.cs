namespace VoiceAssist.Autoscaling.Specs;

/// <summary>Which of several policies decides (<c>selectPolicy</c>).</summary>
public enum PolicySelection
{
    /// <summary>The one that allows the largest change.</summary>
    Max,

    /// <summary>The one that allows the smallest change.</summary>
    Min,

    /// <summary>No change in this direction at all.</summary>
    Disabled,
}

namespace VoiceAssist.Autoscaling.Advising;

/// <summary>What an advice is about.</summary>
public enum AdviceKind
{
    /// <summary>The metric can never exceed (or never fall below) its target's tolerance, so it never scales.</summary>
    UnreachableTarget,

    /// <summary>Much of the time was spent above the target, yet within the tolerance.</summary>
    DeadBand,

    /// <summary>A window or period is shorter than the time the metric needs to show what the last change did.</summary>
    WindowShorterThanDelay,

    /// <summary>A policy never decides within the autoscaler's bounds.</summary>
    PolicyNeverBinds,

    /// <summary>Requests differ from what usage suggests.</summary>
    Requests,

    /// <summary>The target that keeps the point of scaling when requests change.</summary>
    Target,

    /// <summary>Too little was recorded to advise on requests.</summary>
    NotEnoughData,
}

namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>How the rate moves during a stage.</summary>
internal enum StageKind
{
    /// <summary>In a straight line from the rate before to the stage's rate.</summary>
    Ramp,

    /// <summary>At the stage's rate from the first moment on.</summary>
    Hold,

    /// <summary>As <see cref="Hold"/>, and back to the rate before when it ends.</summary>
    Spike,
}

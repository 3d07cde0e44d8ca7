namespace VoiceAssist.Cli.LoadTest.Judging;

/// <summary>How a threshold came out.</summary>
internal enum FindingState
{
    Passed,
    Failed,

    /// <summary>It could not be seen within the time of the test; the finding says how long it would take.</summary>
    NotSeen,
}

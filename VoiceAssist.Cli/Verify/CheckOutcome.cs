namespace VoiceAssist.Cli.Verify;

/// <summary>What came of a check.</summary>
internal enum CheckOutcome
{
    Holds,
    Broken,

    /// <summary>Could not be looked at here, for a reason that the evidence names.</summary>
    Skipped,
}

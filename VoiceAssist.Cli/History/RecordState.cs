namespace VoiceAssist.Cli.History;

/// <summary>What became of a setup.</summary>
internal enum RecordState
{
    /// <summary>Begun and not ended: it still runs, or broke off half-way.</summary>
    Pending,

    Complete,

    RolledBack,
}

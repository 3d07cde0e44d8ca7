namespace VoiceAssist.Jobs.Control;

/// <summary>What calling a job off has done.</summary>
public enum CancelOutcome
{
    /// <summary>There is no such job.</summary>
    NotFound,

    /// <summary>It waited, and never runs.</summary>
    Cancelled,

    /// <summary>It is running, and its worker is asked to stop.</summary>
    Requested,

    /// <summary>It had ended before.</summary>
    AlreadyEnded,
}

namespace VoiceAssist.Jobs.Processing;

/// <summary>Why a run was stopped before its end.</summary>
internal enum StopReason
{
    /// <summary>Its time was over.</summary>
    Timeout,

    /// <summary>The client called the job off.</summary>
    Cancelled,

    /// <summary>The process has to go.</summary>
    CutOff,

    /// <summary>The lease is lost: the job is no longer ours.</summary>
    LeaseLost,
}

namespace VoiceAssist.Contracts;

/// <summary>What the gateway accepts at most.</summary>
public static class JobLimits
{
    /// <summary>Length of a text command in UTF-16 code units: far above anything spoken in one breath.</summary>
    public const int MaxTextLength = 1_000;

    /// <summary>
    /// Size of a JSON request body in bytes. A text of <see cref="MaxTextLength"/> needs at most six bytes
    /// per code unit (<c>\u00e9</c>), so this leaves room for everything else.
    /// </summary>
    public const int MaxJsonBodyBytes = 16 * 1_024;

    /// <summary>Size of a recording in bytes, header included: five minutes at 16 kHz, 16 bit, mono.</summary>
    public const int MaxAudioBytes = 10 * 1_024 * 1_024;

    /// <summary>How long a job may be put off: a week.</summary>
    public const int MaxDelaySeconds = 7 * 24 * 60 * 60;

    /// <summary>Length of a client's own name for a request.</summary>
    public const int MaxIdempotencyKeyLength = 200;
}

namespace VoiceAssist.Jobs.Processing;

/// <summary>What the runs of one kind of job may cost.</summary>
public sealed record KindLimits
{
    public static readonly KindLimits Standard = new();

    /// <summary>How long one run may take.</summary>
    /// <value>60 s.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many failed runs are followed by another one. A run that ended with its worker does not count.</summary>
    /// <value>4.</value>
    public int MaxRetries { get; init; } = 4;

    /// <summary>How long the first retry waits, before jitter; each further one twice as long as the one before.</summary>
    /// <value>1 s.</value>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a retry waits at most.</summary>
    /// <value>5 min.</value>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromMinutes(5);
}

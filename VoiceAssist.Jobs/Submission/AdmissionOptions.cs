namespace VoiceAssist.Jobs.Submission;

/// <summary>From when on new jobs are asked to come back later. Each property can be set under <c>Admission</c> in the configuration.</summary>
public sealed class AdmissionOptions
{
    internal const string Section = "Admission";

    /// <summary>Jobs that may wait.</summary>
    /// <value>10,000.</value>
    public int MaxDepth { get; set; } = 10_000;

    /// <summary>How long the oldest may have waited.</summary>
    /// <value>10 min.</value>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>When to come back.</summary>
    /// <value>5 s.</value>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);
}

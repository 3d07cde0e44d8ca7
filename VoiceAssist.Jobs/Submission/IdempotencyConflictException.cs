namespace VoiceAssist.Jobs.Submission;

/// <summary>The client used a key again for something else.</summary>
public sealed class IdempotencyConflictException(Guid job)
    : Exception($"The idempotency key was used before for job {job}, which asked for something else.")
{
    /// <summary>The job that has the key.</summary>
    public Guid Job => job;
}

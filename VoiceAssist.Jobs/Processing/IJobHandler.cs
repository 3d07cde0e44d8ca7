namespace VoiceAssist.Jobs.Processing;

/// <summary>Does the work of one kind of job. One instance serves all jobs of its kind, several at a time.</summary>
public interface IJobHandler
{
    /// <summary>The kind that it serves.</summary>
    string Kind { get; }

    /// <summary>How long a run may take, and how often and when a failed one is followed by another.</summary>
    KindLimits Limits => KindLimits.Standard;

    /// <summary>
    /// Does the work. It may happen more than once per job, so whatever it does outside
    /// its output has to be idempotent by the job's id.
    /// </summary>
    /// <param name="job">What to do.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the client calls the job off, when its time is over, when its lease is lost, and when the process has to go.
    /// </param>
    /// <returns>What is stored when the job is closed, in the same transaction.</returns>
    /// <exception cref="JobFailedException">The job cannot be done, and the client may know why: no further run is tried. After any other exception one is.</exception>
    Task<JobOutput> HandleAsync(JobContext job, CancellationToken cancellationToken);
}

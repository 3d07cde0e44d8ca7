namespace VoiceAssist.Jobs.Processing;

/// <summary>Does the work of one kind of job. One instance serves all jobs of its kind, several at a time.</summary>
public interface IJobHandler
{
    /// <summary>The kind that it serves.</summary>
    string Kind { get; }

    /// <summary>
    /// Does the work. It may happen more than once per job, so whatever it does outside
    /// its result has to be idempotent by the job's id.
    /// </summary>
    /// <param name="job">What to do.</param>
    /// <param name="cancellationToken">Cancelled when the process has to go; the job is handed back then.</param>
    /// <returns>The result, JSON text.</returns>
    /// <exception cref="JobFailedException">The job cannot be done, and the client may know why.</exception>
    Task<string> HandleAsync(JobContext job, CancellationToken cancellationToken);
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Actors;

/// <summary>Removes ended jobs, with their history, when their time is over, and recordings before that.</summary>
internal sealed class Janitor(
    JobRetention retention,
    JobQueue queue,
    IOptions<RetentionOptions> options,
    WorkerIdentity worker,
    Schema schema,
    TimeProvider time,
    ILogger<Janitor> logger) : Actor(schema, time, logger)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Jobs per statement: a short transaction holds nobody up.</summary>
    public const int BatchSize = 1_000;

    protected override TimeSpan Pause => Interval;

    internal override async Task TickAsync(CancellationToken cancellationToken)
    {
        // A little less than the interval, so that the turn is free again when the next one is due.
        if (await queue.TakeTurnAsync("janitor", worker.Name, Interval * 0.9))
        {
            await CleanAsync(cancellationToken);
        }
    }

    /// <returns>How many jobs were removed.</returns>
    internal async Task<long> CleanAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var kept = options.Value;
        var jobs = await AllAsync(() => retention.RemoveJobsAsync(JobState.Succeeded, now - kept.Jobs, BatchSize, cancellationToken))
            + await AllAsync(() => retention.RemoveJobsAsync(JobState.Cancelled, now - kept.Jobs, BatchSize, cancellationToken))
            + await AllAsync(() => retention.RemoveJobsAsync(JobState.Failed, now - kept.DeadLetters, BatchSize, cancellationToken));
        var files = await AllAsync(() => retention.RemoveFilesAsync(now - kept.Files, BatchSize, cancellationToken));
        if (jobs + files > 0)
        {
            logger.LogInformation("Removed {Jobs} jobs and {Files} files, their retention is over", jobs, files);
        }

        return jobs;
    }

    private static async Task<long> AllAsync(Func<Task<int>> removeBatch)
    {
        long total = 0;
        int removed;
        do
        {
            removed = await removeBatch();
            total += removed;
        }
        while (removed == BatchSize);
        return total;
    }
}

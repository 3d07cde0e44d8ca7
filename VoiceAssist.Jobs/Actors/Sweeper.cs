using Microsoft.Extensions.Logging;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Actors;

/// <summary>
/// Puts back into Redis what waits in Postgres: Redis ignores what it has already, so nothing is doubled.
/// A job that is taken out in the very moment may come back once, and its claim then fails harmlessly.
/// </summary>
internal sealed class Sweeper(
    Restorer restorer,
    JobQueue queue,
    RedisConnection redis,
    WorkerIdentity worker,
    Schema schema,
    TimeProvider time,
    ILogger<Sweeper> logger) : Actor(schema, time, logger)
{
    /// <summary>How long a job that Redis lost waits at most before it is back.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>A sweep of a long queue takes at most this share of the time.</summary>
    private const double MaxShare = 0.05;

    private TimeSpan _took;

    /// <summary>Long after a long sweep.</summary>
    protected override TimeSpan Pause => TimeSpan.FromTicks(Math.Max(Interval.Ticks, (long)(_took.Ticks / MaxShare)));

    /// <summary>A connection that is back may be one to an empty server.</summary>
    protected override Task Hint => redis.Restored.Next;

    internal override async Task TickAsync(CancellationToken cancellationToken)
    {
        // A little less than the pause, so that the turn is free again when the next one is due.
        if (!await queue.TakeTurnAsync("sweep", worker.Name, Pause * 0.9))
        {
            return;
        }

        var begun = Time.GetTimestamp();
        if (await SweepAsync(cancellationToken) is > 0 and var missing)
        {
            logger.LogInformation("Swept {Count} jobs back into Redis", missing);
        }

        _took = Time.GetElapsedTime(begun);
    }

    /// <returns>How many jobs Redis lacked.</returns>
    internal Task<long> SweepAsync(CancellationToken cancellationToken) =>
        restorer.RestoreAsync(DateTimeOffset.UnixEpoch, Time.GetUtcNow(), cancellationToken);
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Processing;

/// <summary>
/// Puts back into Redis what waits in Postgres. Redis ignores what it has already, so nothing is doubled;
/// a job on its way in or out in the very moment may come back once, and its claim then fails harmlessly.
/// </summary>
internal sealed class Sweeper(
    JobStore store,
    JobQueue queue,
    RedisConnection redis,
    Schema schema,
    WorkerIdentity worker,
    TimeProvider time,
    ILogger<Sweeper> logger) : BackgroundService
{
    /// <summary>How long a job that Redis lost waits at most before it is back.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Jobs per statement and per command.</summary>
    public const int PageSize = 1_000;

    /// <summary>A little less than the interval, so that the turn is free again when the next one is due.</summary>
    private static readonly TimeSpan Turn = Interval * 0.9;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.WhenAppliedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            var restored = redis.Restored.Next;
            try
            {
                if (await queue.TakeSweepTurnAsync(worker.Name, Turn))
                {
                    await SweepAsync(stoppingToken);
                }
            }
            catch (Exception e) when (e is QueueUnavailableException or NpgsqlException)
            {
                logger.LogDebug("Nothing can be swept: {Reason}", e.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await WakeUpHint.SleepAsync(restored, Interval, time, stoppingToken);
        }
    }

    /// <returns>How many jobs Redis lacked.</returns>
    internal async Task<long> SweepAsync(CancellationToken cancellationToken)
    {
        var dueUntil = time.GetUtcNow();
        var last = new WaitingJob(Guid.Empty, DateTimeOffset.UnixEpoch);
        long missing = 0;
        IReadOnlyList<WaitingJob> page;
        do
        {
            page = await store.WaitingAsync(dueUntil, last, PageSize, cancellationToken);
            if (page.Count > 0)
            {
                missing += await queue.EnqueueAsync(page);
                last = page[^1];
            }
        }
        while (page.Count == PageSize);

        if (missing > 0)
        {
            logger.LogInformation("Swept {Count} jobs back into Redis", missing);
        }

        return missing;
    }
}

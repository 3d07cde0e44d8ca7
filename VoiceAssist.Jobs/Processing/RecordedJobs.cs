using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Processing;

/// <summary>Jobs whose record is Postgres and whose fast path is Redis.</summary>
internal sealed class RecordedJobs(
    JobQueue queue,
    JobClaims claims,
    JobClosings closings,
    JobStore store,
    WorkerIdentity worker,
    IOptions<ProcessorOptions> options,
    TimeProvider time,
    ILogger<RecordedJobs> logger) : IJobSource
{
    public async Task<(int Taken, IReadOnlyList<ClaimedJob> Claimed)> ClaimAsync(int count)
    {
        var taken = await queue.TakeAsync(count);
        if (taken.Length == 0)
        {
            return (0, []);
        }

        try
        {
            var ids = Array.ConvertAll(taken, job => job.Id);
            var claimed = await claims.ClaimAsync(ids, worker.Name, time.GetUtcNow(), options.Value.Lease, CancellationToken.None);
            await QueueAsync(() => queue.AnnounceAsync(ids), 0);
            return (taken.Length, claimed);
        }
        catch (NpgsqlException)
        {
            await QueueAsync(() => queue.PutBackAsync(taken), taken.Length);
            throw;
        }
    }

    public async Task<IReadOnlyDictionary<Guid, JobState>> CloseAsync(IReadOnlyList<Closing> batch, CancellationToken cancellationToken)
    {
        var closed = await closings.CloseAsync(batch, worker.Name, time.GetUtcNow(), cancellationToken);
        var now = time.GetUtcNow();
        var waiting = batch
            .Where(closing => closed.TryGetValue(closing.Job.Id, out var state) && state == JobState.Queued && closing.Waiting.DueAt <= now)
            .Select(closing => closing.Waiting).ToList();
        await QueueAsync(() => Task.WhenAll(queue.EnqueueAsync(waiting), queue.AnnounceAsync([.. closed.Keys])), waiting.Count);
        return closed;
    }

    public Task<IReadOnlyDictionary<Guid, bool>> RenewAsync(Guid[] ids) =>
        claims.RenewAsync(ids, worker.Name, time.GetUtcNow() + options.Value.Lease, CancellationToken.None);

    public Task<JobFile?> FindFileAsync(Guid id, string name, CancellationToken cancellationToken) =>
        store.FindFileAsync(id, name, cancellationToken);

    public async Task SubscribeAsync(WakeUpHint wakeUp, Action<IReadOnlySet<Guid>> cancel)
    {
        await queue.OnWakeUpAsync(wakeUp);
        await queue.OnCancelAsync(cancel);
    }

    private async Task QueueAsync(Func<Task> action, int count)
    {
        try
        {
            await action();
        }
        catch (QueueUnavailableException e)
        {
            logger.Log(count > 0 ? LogLevel.Warning : LogLevel.Debug, "{Count} jobs are left to the sweeper: {Reason}", count, e.Message);
        }
    }
}

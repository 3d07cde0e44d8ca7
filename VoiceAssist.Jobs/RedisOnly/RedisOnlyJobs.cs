using Microsoft.Extensions.Options;
using StackExchange.Redis;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.RedisOnly;

/// <summary>
/// Jobs without a record: Redis alone holds them, so they live and die with it. Leases, retries and fencing are the same; there is no
/// history, no cancellation, no file, and no limit of crashes. For jobs that may be lost, and to see what the record costs.
/// </summary>
internal sealed class RedisOnlyJobs(RedisConnection redis, WorkerIdentity worker, IOptions<ProcessorOptions> options, TimeProvider time) : IJobSource
{
    /// <summary>How long the end of a job can be asked for.</summary>
    private static readonly TimeSpan KeepsEnds = TimeSpan.FromHours(1);

    public Task<(int Taken, IReadOnlyList<ClaimedJob> Claimed)> ClaimAsync(int count) => redis.GuardedAsync(async database =>
    {
        var now = time.GetUtcNow();
        var reply = (RedisValue[])(await database.ScriptEvaluateAsync(
            RedisOnlyScripts.Claim, [RedisOnlyKeys.Waiting, RedisOnlyKeys.Running, RedisOnlyKeys.Open], [Math.Min(count, RedisOnlyScripts.MaxBatch), LeaseEnd(now), worker.Name]))!;
        var claimed = new List<ClaimedJob>(reply.Length / 2);
        for (var i = 0; i < reply.Length; i += 2)
        {
            var (id, entry) = (Guid.ParseExact(reply[i]!, "D"), RedisOnlyEntry.Parse(reply[i + 1]!));
            claimed.Add(new ClaimedJob(id, entry.Attempts + 1, entry.Kind, entry.Payload, Speak: false, entry.Failures,
                new WaitingJob(id, default, entry.DueAt), now, default));
        }

        return (claimed.Count, (IReadOnlyList<ClaimedJob>)claimed);
    });

    public Task<IReadOnlyDictionary<Guid, JobState>> CloseAsync(IReadOnlyList<Closing> batch, CancellationToken cancellationToken) => redis.GuardedAsync(async database =>
    {
        var keys = new List<RedisKey>(batch.Count + 4) { RedisOnlyKeys.Running, RedisOnlyKeys.Open, RedisOnlyKeys.Waiting, RedisOnlyKeys.Delayed };
        var values = new List<RedisValue>((batch.Count * 4) + 2) { worker.Name, (long)KeepsEnds.TotalMilliseconds };
        foreach (var closing in batch)
        {
            var id = closing.Job.Id.ToString("D");
            keys.Add(RedisOnlyKeys.Ended(id));
            values.AddRange(closing.State == JobState.Queued
                ? [id, closing.DueAt is null ? "waiting" : "delayed", Again(closing).ToString(), closing.Waiting.DueAt.ToUnixTimeMilliseconds()]
                : [id, "ended", $"{JobStateText.Of(closing.State)} {closing.Result ?? closing.Reason}", 0]);
        }

        var reply = (long[])(await database.ScriptEvaluateAsync(RedisOnlyScripts.Close, [.. keys], [.. values]))!;
        var closed = new Dictionary<Guid, JobState>(batch.Count);
        for (var i = 0; i < reply.Length; i++)
        {
            if (reply[i] == 1)
            {
                closed[batch[i].Job.Id] = batch[i].State;
            }
        }

        return (IReadOnlyDictionary<Guid, JobState>)closed;
    });

    public Task<IReadOnlyDictionary<Guid, bool>> RenewAsync(Guid[] ids) => redis.GuardedAsync(async database =>
    {
        RedisValue[] values = [LeaseEnd(time.GetUtcNow()), .. ids.Select(id => (RedisValue)$"{id:D} {worker.Name}")];
        var reply = (long[])(await database.ScriptEvaluateAsync(RedisOnlyScripts.Renew, [RedisOnlyKeys.Running], values))!;
        return (IReadOnlyDictionary<Guid, bool>)ids.Zip(reply).Where(own => own.Second == 1).ToDictionary(own => own.First, _ => false);
    });

    public Task<JobFile?> FindFileAsync(Guid id, string name, CancellationToken cancellationToken) => Task.FromResult<JobFile?>(null);

    public Task SubscribeAsync(WakeUpHint wakeUp, Action<IReadOnlySet<Guid>> cancel) =>
        redis.SubscribeAsync(RedisOnlyKeys.WakeUp, _ => wakeUp.Give());

    private static RedisOnlyEntry Again(Closing closing) => new(
        closing.Job.Failures + (closing.IsFailure ? 1 : 0), closing.Job.Attempt, closing.Waiting.DueAt, closing.Job.Kind, closing.Job.Payload);

    private long LeaseEnd(DateTimeOffset now) => (now + options.Value.Lease).ToUnixTimeMilliseconds();
}

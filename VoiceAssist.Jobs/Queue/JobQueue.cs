using StackExchange.Redis;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Queue;

/// <summary>
/// The fast path from gateway to worker: which jobs wait, in the order in which they are to run. Redis may forget it at any
/// moment and may name a job that does not wait any more; Postgres decides. Every member throws
/// <see cref="QueueUnavailableException"/> while Redis is away.
/// </summary>
public sealed class JobQueue(RedisConnection redis)
{
    private static readonly RedisKey Waiting = QueueNames.Waiting(QueueNames.Default);
    private static readonly RedisChannel WakeUp = RedisChannel.Literal(QueueNames.WakeUp(QueueNames.Default));
    private static readonly RedisChannel Changed = RedisChannel.Literal(QueueNames.Changed(QueueNames.Default));
    private static readonly RedisChannel Cancel = RedisChannel.Literal(QueueNames.Cancel(QueueNames.Default));

    /// <summary>Puts jobs in that are due; one that is there already stays where it is.</summary>
    /// <returns>How many were not there.</returns>
    internal Task<long> EnqueueAsync(IReadOnlyList<WaitingJob> jobs) =>
        AddAsync([.. jobs.Select(job => new SortedSetEntry(Member(job.Id), QueueScore.Of(job)))]);

    /// <summary>Puts back what could not be claimed.</summary>
    internal Task<long> PutBackAsync(IReadOnlyList<TakenJob> jobs) =>
        AddAsync([.. jobs.Select(job => new SortedSetEntry(Member(job.Id), job.Score))]);

    /// <summary>Takes out the jobs that are to run next. From now on only Postgres knows of them.</summary>
    /// <returns>At most <paramref name="count"/>, none when none waits.</returns>
    internal Task<TakenJob[]> TakeAsync(int count) => redis.GuardedAsync(async database =>
    {
        var entries = await database.SortedSetPopAsync(Waiting, count);
        var taken = new List<TakenJob>(entries.Length);
        foreach (var entry in entries)
        {
            if (Guid.TryParseExact(entry.Element, "D", out var id))
            {
                taken.Add(new TakenJob(id, entry.Score));
            }
        }

        return taken.ToArray();
    });

    /// <summary>Takes a job out that will not run.</summary>
    internal Task<bool> RemoveAsync(Guid id) => redis.GuardedAsync(database => database.SortedSetRemoveAsync(Waiting, Member(id)));

    /// <summary>How many jobs wait and since when the oldest is due, as far as Redis knows: the heads of both priorities.</summary>
    internal Task<(long Depth, DateTimeOffset? OldestDueAt)> LookAsync() => redis.GuardedAsync<(long, DateTimeOffset?)>(async database =>
    {
        var depth = database.SortedSetLengthAsync(Waiting);
        var first = database.SortedSetRangeByRankWithScoresAsync(Waiting, 0, 0);
        var firstBatch = database.SortedSetRangeByScoreWithScoresAsync(Waiting, QueueScore.BatchFloor, take: 1);
        SortedSetEntry[] heads = [.. await first, .. await firstBatch];
        return (await depth, heads.Length == 0 ? null : heads.Min(head => QueueScore.DueAt(head.Score)));
    });

    /// <summary>Of all the workers that ask within one interval one gets the turn; after a loss of data perhaps two, which is harmless.</summary>
    internal Task<bool> TakeTurnAsync(string actor, string worker, TimeSpan interval) => redis.GuardedAsync(database =>
        database.StringSetAsync(QueueNames.Turn(QueueNames.Default, actor), worker, interval, When.NotExists));

    /// <summary>The round trip to Redis.</summary>
    internal Task<TimeSpan> PingAsync() => redis.GuardedAsync(database => database.PingAsync());

    /// <summary>Wakes those who follow one of the jobs.</summary>
    internal Task<long> AnnounceAsync(IReadOnlyCollection<Guid> jobs) => redis.GuardedAsync(database =>
        database.PublishAsync(Changed, GuidList.Write(jobs), CommandFlags.FireAndForget));

    /// <summary>Asks the worker that runs the job to stop it.</summary>
    internal Task<long> AskToCancelAsync(Guid id) => redis.GuardedAsync(database =>
        database.PublishAsync(Cancel, GuidList.Write([id]), CommandFlags.FireAndForget));

    /// <summary>Passes on the hints of all enqueues; like every subscription it outlives a broken connection.</summary>
    internal Task OnWakeUpAsync(WakeUpHint hint) => SubscribeAsync(WakeUp, _ => hint.Give());

    /// <summary>Passes on what <see cref="AnnounceAsync"/> says.</summary>
    internal Task OnChangedAsync(Action<IReadOnlySet<Guid>> changed) => SubscribeAsync(Changed, message => changed(GuidList.Read(message)));

    /// <summary>Passes on what <see cref="AskToCancelAsync"/> says.</summary>
    internal Task OnCancelAsync(Action<IReadOnlySet<Guid>> cancel) => SubscribeAsync(Cancel, message => cancel(GuidList.Read(message)));

    private Task<long> AddAsync(SortedSetEntry[] entries) => entries.Length == 0 ? Task.FromResult(0L) : redis.GuardedAsync(async database =>
    {
        var adding = database.SortedSetAddAsync(Waiting, entries, SortedSetWhen.NotExists);
        await database.PublishAsync(WakeUp, RedisValue.EmptyString, CommandFlags.FireAndForget);
        return await adding;
    });

    private Task SubscribeAsync(RedisChannel channel, Action<byte[]> handle) =>
        redis.SubscribeAsync(channel, message => handle((byte[]?)message ?? []));

    private static RedisValue Member(Guid id) => id.ToString("D");
}

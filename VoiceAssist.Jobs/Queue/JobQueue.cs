using System.Globalization;
using StackExchange.Redis;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Queue;

/// <summary>
/// The fast path from gateway to worker: which jobs wait, in the order in which they are due. Redis may forget it at any
/// moment and may name a job that does not wait any more; Postgres decides. Every member throws
/// <see cref="QueueUnavailableException"/> while Redis is away.
/// </summary>
public sealed class JobQueue(RedisConnection redis)
{
    private static readonly RedisKey Waiting = QueueNames.Waiting(QueueNames.Default);
    private static readonly RedisKey SweepTurn = QueueNames.SweepTurn(QueueNames.Default);
    private static readonly RedisChannel WakeUp = RedisChannel.Literal(QueueNames.WakeUp(QueueNames.Default));

    /// <summary>Puts jobs in; one that is there already stays where it is.</summary>
    /// <returns>How many were not there.</returns>
    public Task<long> EnqueueAsync(IReadOnlyList<WaitingJob> jobs) => GuardedAsync(async database =>
    {
        var entries = new SortedSetEntry[jobs.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new SortedSetEntry(jobs[i].Id.ToString("D"), jobs[i].DueAt.ToUnixTimeMilliseconds());
        }

        var adding = database.SortedSetAddAsync(Waiting, entries, SortedSetWhen.NotExists);
        await database.PublishAsync(WakeUp, RedisValue.EmptyString, CommandFlags.FireAndForget);
        return await adding;
    });

    /// <summary>Takes out the jobs that have been due longest. From now on only Postgres knows of them.</summary>
    /// <returns>At most <paramref name="count"/>, none when none waits.</returns>
    public Task<Guid[]> TakeAsync(int count) => GuardedAsync(async database =>
    {
        var entries = await database.SortedSetPopAsync(Waiting, count);
        var ids = new List<Guid>(entries.Length);
        foreach (var entry in entries)
        {
            if (Guid.TryParseExact(entry.Element, "D", out var id))
            {
                ids.Add(id);
            }
        }

        return ids.ToArray();
    });

    /// <summary>How many jobs wait, as far as Redis knows.</summary>
    public Task<long> DepthAsync() => GuardedAsync(database => database.SortedSetLengthAsync(Waiting));

    /// <summary>Of all the workers that ask within one interval one gets the turn; after a loss of data perhaps two, which is harmless.</summary>
    public Task<bool> TakeSweepTurnAsync(string worker, TimeSpan interval) => GuardedAsync(database =>
        database.StringSetAsync(SweepTurn, worker, interval, When.NotExists));

    /// <summary>The round trip to Redis.</summary>
    public Task<TimeSpan> PingAsync() => GuardedAsync(database => database.PingAsync());

    /// <summary>Passes on the hints of all enqueues; the subscription outlives a broken connection.</summary>
    internal Task SubscribeAsync(WakeUpHint hint) => GuardedAsync(async database =>
    {
        await database.Multiplexer.GetSubscriber().SubscribeAsync(WakeUp, (_, _) => hint.Give());
        return true;
    });

    private async Task<T> GuardedAsync<T>(Func<IDatabase, Task<T>> action)
    {
        try
        {
            return await action(redis.Multiplexer.GetDatabase());
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            throw new QueueUnavailableException(
                string.Create(CultureInfo.InvariantCulture, $"Redis did not answer: {e.GetType().Name}."), e);
        }
    }
}

using StackExchange.Redis;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.Jobs.RedisOnly;

/// <summary>Hands jobs to Redis alone; many callers share a round trip.</summary>
public sealed class RedisOnlySubmitter
{
    private const int MaxBatch = 512;
    private const long MaxBatchBytes = 4 * 1_024 * 1_024;

    private readonly RedisConnection _redis;
    private readonly TimeProvider _time;
    private readonly GroupCommit<(SubmittedJob Job, RedisOnlyEntry Entry)> _commits;

    internal RedisOnlySubmitter(RedisConnection redis, TimeProvider time)
    {
        (_redis, _time) = (redis, time);
        _commits = new GroupCommit<(SubmittedJob Job, RedisOnlyEntry Entry)>(CommitAsync, item => item.Job.Size, MaxBatch, MaxBatchBytes);
    }

    /// <returns>The job's id. It waits now, for as long as Redis does not lose it.</returns>
    /// <exception cref="ArgumentException">The job asks for what only the record can do.</exception>
    /// <exception cref="QueueUnavailableException">Redis is away; the job may or may not be there.</exception>
    public Task<Guid> SubmitAsync(NewJob job)
    {
        var now = _time.GetUtcNow();
        var submitted = new SubmittedJob(JobId.At(now), job, now, default);
        _commits.Add((submitted, RedisOnlyEntry.Of(job, now)));
        return submitted.Answer;
    }

    /// <returns>How the job ended, <c>succeeded {"result":1}</c> or <c>failed reason</c>; null before, and when that is too long ago.</returns>
    /// <exception cref="QueueUnavailableException">Redis is away.</exception>
    public Task<string?> FindEndAsync(Guid id) => _redis.GuardedAsync(async database =>
        (string?)await database.StringGetAsync(RedisOnlyKeys.Ended(id.ToString("D"))));

    private async Task CommitAsync(IReadOnlyList<(SubmittedJob Job, RedisOnlyEntry Entry)> batch)
    {
        try
        {
            await _redis.GuardedAsync(async database =>
            {
                // In this order on one connection: an id that waits has its entry.
                var entries = database.HashSetAsync(RedisOnlyKeys.Open, [.. batch.Select(item => new HashEntry(Member(item.Job), item.Entry.ToString()))]);
                var waiting = AddAsync(database, RedisOnlyKeys.Waiting, batch.Where(item => item.Job.DueAt == item.Job.At));
                var delayed = AddAsync(database, RedisOnlyKeys.Delayed, batch.Where(item => item.Job.DueAt > item.Job.At));
                await database.PublishAsync(RedisOnlyKeys.WakeUp, RedisValue.EmptyString, CommandFlags.FireAndForget);
                await Task.WhenAll(entries, waiting, delayed);
                return true;
            });
            foreach (var (job, _) in batch)
            {
                job.Accept(job.Id);
            }
        }
        catch (Exception e)
        {
            foreach (var (job, _) in batch)
            {
                job.Refuse(e);
            }
        }
    }

    private static Task AddAsync(IDatabase database, RedisKey set, IEnumerable<(SubmittedJob Job, RedisOnlyEntry Entry)> items) =>
        items.Select(item => new SortedSetEntry(Member(item.Job), set == RedisOnlyKeys.Waiting ? QueueScore.Of(item.Job.Waiting) : item.Job.DueAt.ToUnixTimeMilliseconds()))
            .ToArray() is { Length: > 0 } entries
            ? database.SortedSetAddAsync(set, entries, SortedSetWhen.NotExists)
            : Task.CompletedTask;

    private static RedisValue Member(SubmittedJob job) => job.Id.ToString("D");
}

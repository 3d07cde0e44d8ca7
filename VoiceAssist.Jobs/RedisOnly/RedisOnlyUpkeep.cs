using Microsoft.Extensions.Logging;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.RedisOnly;

/// <summary>Forwarder and recoverer of the mode without a record: what is due waits, and so does what lost its worker.</summary>
internal sealed class RedisOnlyUpkeep(RedisConnection redis, Schema schema, TimeProvider time, ILogger<RedisOnlyUpkeep> logger)
    : Actor(schema, time, logger)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Jobs per script: a short one holds nobody up.</summary>
    private const int PageSize = 500;

    protected override TimeSpan Pause => Interval;

    internal override async Task TickAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var from in new[] { RedisOnlyKeys.Delayed, RedisOnlyKeys.Running })
        {
            while (await redis.GuardedAsync(async database =>
                (long)await database.ScriptEvaluateAsync(RedisOnlyScripts.Move, [from, RedisOnlyKeys.Waiting], [now, PageSize])) == PageSize)
            {
            }
        }
    }
}

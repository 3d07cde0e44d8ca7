using StackExchange.Redis;
using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.RedisOnly;

/// <summary>Where the mode without a record keeps its jobs.</summary>
internal static class RedisOnlyKeys
{
    /// <summary>Hash: id to <see cref="RedisOnlyEntry"/>, of every job that has not ended.</summary>
    public static readonly RedisKey Open = Name("open");

    /// <summary>Sorted set: ids that wait, in the order in which they are to run.</summary>
    public static readonly RedisKey Waiting = Name("waiting");

    /// <summary>Sorted set: ids that are not due yet, by when they are.</summary>
    public static readonly RedisKey Delayed = Name("delayed");

    /// <summary>Sorted set: <c>id worker</c> of every running job, by the end of its lease.</summary>
    public static readonly RedisKey Running = Name("running");

    public static readonly RedisChannel WakeUp = RedisChannel.Literal(QueueNames.WakeUp("redis-only"));

    /// <summary>String: how a job ended, for as long as it is kept.</summary>
    public static RedisKey Ended(string id) => Name($"ended:{id}");

    private static string Name(string part) => $"voiceassist:queue:redis-only:{part}";
}

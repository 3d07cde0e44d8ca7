using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>Redis as a queue that may lose anything at any moment: bounded memory, evicting, nothing on disk.</summary>
internal static class RedisSettings
{
    /// <summary>The settings as arguments of redis-server. Redis writes megabytes <c>mb</c>, not <c>Mi</c>.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--maxmemory", QueueLimits.RedisMaxMemory,
        "--maxmemory-policy", "allkeys-lru",
        "--save", "''",
        "--appendonly", "no",
    ];

    /// <summary>
    /// Adds the settings. In what is published Redis' command is one shell string, behind which further arguments would be lost, so the
    /// string itself is extended.
    /// </summary>
    public static IResourceBuilder<RedisResource> WithQueueSettings(this IResourceBuilder<RedisResource> redis) => redis.WithArgs(context =>
    {
        if (context.Args is [.., string command] && command.StartsWith("redis-server ", StringComparison.Ordinal))
        {
            context.Args[^1] = $"{command} {string.Join(' ', Arguments)}";
            return;
        }

        foreach (var argument in Arguments)
        {
            context.Args.Add(argument);
        }
    });
}

using System.Reflection;

namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>The programs that the build acquired (eng/LocalRuntime.targets).</summary>
internal static class LocalRuntime
{
    /// <summary>The directory of the embedded Postgres.</summary>
    /// <exception cref="DistributedApplicationException">The build did not acquire it.</exception>
    public static string PostgresHome => Find("embeddedpostgresdir", Directory.Exists) ?? throw Missing("Postgres");

    /// <summary><c>redis-server</c> where it is on PATH, else Garnet.</summary>
    /// <exception cref="DistributedApplicationException">There is neither.</exception>
    public static string RedisServer => FindOnPath("redis-server") ?? Find("garnetserverpath", File.Exists) ?? throw Missing("Redis (neither redis-server on PATH nor Garnet)");

    private static string? Find(string key, Func<string, bool> exists) => typeof(LocalRuntime).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(m => m.Key == key)?.Value is { } path && exists(path) ? path : null;

    private static string? FindOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(directory => Path.Combine(directory, program))
        .FirstOrDefault(File.Exists);

    private static DistributedApplicationException Missing(string what) => new(
        $"The embedded {what} was not acquired when the app host was built. Build it once with Node/npm and a network (the build's warning VA0001 says what is missing), or start Docker or Podman and use --infrastructure containers.");
}

using System.Diagnostics;
using System.Reflection;

namespace VoiceAssist.TestServers.Servers;

/// <summary>
/// Where the servers' binaries are: an environment variable says so, else the metadata that the build has stamped on
/// the test assembly. A test that needs one which is nowhere is skipped with the reason.
/// </summary>
public static class Binaries
{
    /// <summary>The folder with PostgreSQL's <c>bin</c>, <c>lib</c> and <c>share</c>.</summary>
    public static string PostgresHome() =>
        Find("VOICEASSIST_POSTGRES_HOME", "embeddedpostgresdir", Directory.Exists) ?? Skip("an embedded PostgreSQL", "VOICEASSIST_POSTGRES_HOME");

    /// <summary>Garnet's executable, or its <c>.dll</c>.</summary>
    public static string Garnet() =>
        Find("VOICEASSIST_GARNET", "garnetserverpath", File.Exists) ?? Skip("Garnet", "VOICEASSIST_GARNET");

    /// <summary>Redis' own server, out of the path.</summary>
    public static string RedisServer() => InPath("redis-server");

    /// <summary>Valkey's server, out of the path.</summary>
    public static string ValkeyServer() => InPath("valkey-server");

    private static string InPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists)
        ?? Skip(program, "PATH");

    private static string? Find(string variable, string metadata, Func<string, bool> exists) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : Stamped(metadata).FirstOrDefault(exists);

    private static IEnumerable<string> Stamped(string key) =>
        from assembly in AppDomain.CurrentDomain.GetAssemblies()
        from metadata in assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        where metadata.Key == key && !string.IsNullOrEmpty(metadata.Value)
        select metadata.Value;

    private static string Skip(string what, string variable)
    {
        Assert.Skip($"This test needs {what}, which is not on this machine; {variable} can say where it is.");
        throw new UnreachableException();
    }
}

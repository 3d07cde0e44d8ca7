using System.Reflection;

namespace VoiceAssist.LocalRuntime.Tests.Support;

/// <summary>What the build acquired and stamped onto this assembly; a test is skipped where the part it needs is missing.</summary>
internal static class AcquiredRuntime
{
    public static string PostgresDirectory => Require("embeddedpostgresdir");

    public static string GarnetServer => Require("garnetserverpath");

    /// <summary>The stamped path, or null if the part could not be acquired.</summary>
    public static string? Find(string key) => typeof(AcquiredRuntime).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .SingleOrDefault(attribute => attribute.Key == key)?.Value;

    private static string Require(string key)
    {
        string? path = Find(key);
        Assert.SkipWhen(path is null, $"The build acquired no {key}; see its warning VA0001.");
        return path!;
    }
}

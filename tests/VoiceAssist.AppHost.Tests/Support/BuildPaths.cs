using System.Reflection;
using System.Runtime.InteropServices;

namespace VoiceAssist.AppHost.Tests.Support;

/// <summary>Where things are on the machine that built the tests.</summary>
internal static class BuildPaths
{
    /// <summary>The app host's executable.</summary>
    public static string AppHost => Stamped("apphostprogram");

    /// <summary>The voiceassist command's executable.</summary>
    public static string VoiceAssist => Stamped("voiceassistprogram");

    public static string Repository => Stamped("repository");

    /// <summary>The .NET installation that runs the tests.</summary>
    public static string DotnetRoot => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string Stamped(string key) =>
        typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == key).Value!;
}

namespace VoiceAssist.ServiceDefaults.Health;

/// <summary>Keys of a health check's data that <c>/ready</c> shows to whoever asks; nothing else of it leaves the process.</summary>
public static class ReadinessData
{
    /// <summary>Name of the engine that the check is about.</summary>
    public const string Using = "using";

    /// <returns>The data of a check that names its engine.</returns>
    public static IReadOnlyDictionary<string, object> Uses(string engine) => new Dictionary<string, object>(StringComparer.Ordinal) { [Using] = engine };
}

using System.Text.Json.Serialization;

namespace VoiceAssist.ServiceDefaults.Health;

/// <summary>Body of <c>/ready</c>.</summary>
/// <param name="Status"><c>ready</c>, <c>not ready</c> or <c>stopping</c>.</param>
/// <param name="Missing">Names of the dependencies without which the workload cannot serve.</param>
/// <param name="Degraded">Names of the dependencies that are missing without stopping it.</param>
internal sealed record ReadinessReport(string Status, IReadOnlyList<string> Missing, IReadOnlyList<string> Degraded)
{
    public const string ReadyStatus = "ready";

    public static readonly ReadinessReport Stopping = new("stopping", [], []);

    /// <summary>What does a job where several could, by the check's name: <c>{"speech-to-text":"pocketsphinx"}</c>; absent where there is no choice.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Using { get; init; }

    [JsonIgnore]
    public bool IsReady => Status == ReadyStatus;

    public static ReadinessReport Of(IReadOnlyList<string> missing, IReadOnlyList<string> degraded) =>
        new(missing.Count == 0 ? ReadyStatus : "not ready", missing, degraded);

    public bool Says(ReadinessReport other) =>
        Status == other.Status && Missing.SequenceEqual(other.Missing) && Degraded.SequenceEqual(other.Degraded);
}

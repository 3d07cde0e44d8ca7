using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VoiceAssist.Cli.Live;

/// <summary>Reads the controller's events of an autoscaler.</summary>
internal static partial class ScalingEvents
{
    /// <summary>The changes of replicas, oldest first.</summary>
    public static IReadOnlyList<SeenScaling> Of(IEnumerable<JsonObject> events, string autoscaler) =>
        [.. events
            .Where(e => (string?)e["involvedObject"]?["kind"] == "HorizontalPodAutoscaler" && (string?)e["involvedObject"]?["name"] == autoscaler && (string?)e["reason"] == "SuccessfulRescale")
            .Select(Read).OfType<SeenScaling>().OrderBy(e => e.Time)];

    private static SeenScaling? Read(JsonObject e)
    {
        // New size: 3; reason: cpu resource utilization (percentage of request) above target
        var message = Message().Match((string?)e["message"] ?? "");
        var time = Time(e["lastTimestamp"]) ?? Time(e["eventTime"]) ?? Time(e["metadata"]?["creationTimestamp"]);
        return message.Success && time is { } at
            ? new(at, int.Parse(message.Groups["size"].Value, CultureInfo.InvariantCulture), message.Groups["reason"].Value)
            : null;
    }

    private static DateTimeOffset? Time(JsonNode? value) =>
        DateTimeOffset.TryParse((string?)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    [GeneratedRegex(@"^New size: (?<size>\d{1,9}); reason: (?<reason>.*)$")]
    private static partial Regex Message();
}

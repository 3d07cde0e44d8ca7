using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Verify.Checks;

/// <summary>Every vertical autoscaler only recommends, and has something to recommend.</summary>
internal static class Recommendations
{
    public static IEnumerable<CheckResult> Of(IReadOnlyList<JsonObject> published, LiveState live) =>
        from document in published
        where (string?)document["kind"] == "VerticalPodAutoscaler"
        let there = live.Live(document)
        where there is not null
        select Of(document, there);

    private static CheckResult Of(JsonObject document, JsonObject live)
    {
        var containers = (live["status"]?["recommendation"]?["containerRecommendations"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var unmet = (live["status"]?["conditions"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(c => (string?)c["status"] == "True" && (string?)c["type"] is "NoPodsMatched" or "ConfigUnsupported");
        return unmet is not null ? CheckResult.Of("recommendation", document, false, $"{unmet["type"]}: {unmet["message"]}")
            : containers.Count == 0 ? CheckResult.Of("recommendation", document, false, "no recommendation yet; the recommender needs a few minutes of metrics")
            : CheckResult.Of("recommendation", document, true, string.Join("; ", containers.Select(c => $"{c["containerName"]} {c["target"]?["cpu"]} / {c["target"]?["memory"]}")));
    }
}

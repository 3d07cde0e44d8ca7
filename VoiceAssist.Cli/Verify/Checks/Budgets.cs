using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Verify.Checks;

/// <summary>Every disruption budget finds its pods, and lets a drain go on unless it says that it blocks on purpose.</summary>
internal static class Budgets
{
    private const string Description = "kubernetes.io/description";

    public static IEnumerable<CheckResult> Of(IReadOnlyList<JsonObject> published, LiveState live) =>
        from document in published
        where (string?)document["kind"] == "PodDisruptionBudget"
        let there = live.Live(document)
        where there is not null
        select Of(document, there["status"], IsDeliberate(document));

    private static CheckResult Of(JsonObject document, JsonNode? status, bool isDeliberate)
    {
        var (allowed, healthy, wanted, expected) = (Number("disruptionsAllowed"), Number("currentHealthy"), Number("desiredHealthy"), Number("expectedPods"));
        var evidence = $"{allowed} of {expected} pods may be disrupted, {healthy} healthy of {wanted} needed";
        return expected == 0 ? CheckResult.Of("budget", document, false, "its selector finds no pod")
            : healthy < wanted ? CheckResult.Of("budget", document, false, evidence)
            : allowed == 0 && !isDeliberate ? CheckResult.Of("budget", document, false, evidence + ": a drain waits for ever")
            : CheckResult.Of("budget", document, true, evidence + (allowed == 0 ? "; blocks a drain on purpose" : ""));

        int Number(string field) => (int?)status?[field] ?? 0;
    }

    private static bool IsDeliberate(JsonObject document) =>
        ((string?)document["metadata"]?["annotations"]?[Description])?.Contains("on purpose", StringComparison.Ordinal) == true;
}

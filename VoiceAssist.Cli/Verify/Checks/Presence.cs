using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Verify.Checks;

/// <summary>Every published object is there, and is what was published.</summary>
internal static class Presence
{
    private const int Shown = 3;

    public static IEnumerable<CheckResult> Of(IReadOnlyList<JsonObject> published, LiveState live)
    {
        foreach (var document in published)
        {
            if (live.Live(document) is not { } there)
            {
                yield return CheckResult.Of("exists", document, false, "does not exist; run setup");
                continue;
            }

            var differences = Drift.Of(document, there);
            var more = differences.Count > Shown ? $", and {differences.Count - Shown} more" : "";
            yield return CheckResult.Of("drift", document, differences.Count == 0, differences.Count == 0 ? "as published" : $"published -> live: {string.Join("; ", differences.Take(Shown))}{more}");
        }
    }
}

using System.Text.Json.Nodes;
using VoiceAssist.Cli.Setup;

namespace VoiceAssist.Cli.Verify.Checks;

/// <summary>Every workload is rolled out, with the probes and security contexts that were published.</summary>
internal static class Workloads
{
    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];

    public static IEnumerable<CheckResult> Of(IReadOnlyList<JsonObject> published, LiveState live) =>
        from document in published
        where (string?)document["kind"] is "Deployment" or "StatefulSet"
        let there = live.Live(document)
        where there is not null
        from result in Of(document, there)
        select result;

    private static IEnumerable<CheckResult> Of(JsonObject document, JsonObject live)
    {
        var rollout = RolloutState.Of(live);
        yield return CheckResult.Of("rollout", document, rollout.IsDone, rollout.Text);

        var containers = Containers(document).Select(c => (Published: c, Live: Containers(live).FirstOrDefault(l => (string?)l["name"] == (string?)c["name"]))).ToList();
        var probes = containers.SelectMany(c => Probes.Where(p => c.Published[p] is not null).Select(p => (Name: p, Changes: Drift.OfPart(c.Published[p], c.Live?[p])))).ToList();
        yield return CheckResult.Of("probes", document, probes.All(p => p.Changes.Count == 0), Evidence(probes.Count, "probes", probes.SelectMany(p => p.Changes.Select(c => p.Name + c))));

        var pod = Drift.OfPart(document["spec"]?["template"]?["spec"]?["securityContext"], live["spec"]?["template"]?["spec"]?["securityContext"]);
        var contexts = containers.SelectMany(c => Drift.OfPart(c.Published["securityContext"], c.Live?["securityContext"])).Concat(pod).ToList();
        yield return CheckResult.Of("security", document, contexts.Count == 0, Evidence(containers.Count + 1, "security contexts", contexts.Select(c => c.ToString())));
    }

    private static string Evidence(int count, string what, IEnumerable<string> changes) =>
        string.Join("; ", changes) is { Length: > 0 } changed ? $"published -> live: {changed}" : $"{count} {what} as published";

    private static IEnumerable<JsonObject> Containers(JsonObject workload) => (workload["spec"]?["template"]?["spec"]?["containers"] as JsonArray ?? []).OfType<JsonObject>();
}

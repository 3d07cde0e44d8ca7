using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Setup;

/// <summary>How far a Deployment or StatefulSet is, by the rules of <c>kubectl rollout status</c>.</summary>
/// <param name="IsDone">Every replica is of the newest template and available.</param>
/// <param name="HasFailed">The progress deadline has passed.</param>
/// <param name="Text">What there is, for people.</param>
internal readonly record struct RolloutState(bool IsDone, bool HasFailed, string Text)
{
    public static RolloutState Of(JsonObject workload)
    {
        var (spec, status) = (workload["spec"], workload["status"]);
        var wanted = (int?)spec?["replicas"] ?? 1;
        if (Number(status, "observedGeneration") < Number(workload["metadata"], "generation"))
        {
            return new(false, false, "its controller has not seen the change yet");
        }

        var failed = (status?["conditions"] as JsonArray ?? []).OfType<JsonObject>()
            .FirstOrDefault(c => (string?)c["type"] == "Progressing" && (string?)c["reason"] == "ProgressDeadlineExceeded");
        if (failed is not null)
        {
            return new(false, true, (string?)failed["message"] ?? "its progress deadline has passed");
        }

        var (updated, existing, available) = (Number(status, "updatedReplicas"), Number(status, "replicas"), Number(status, "availableReplicas"));

        // A StatefulSet that only ever had one template does not count updated replicas in every version.
        if ((string?)workload["kind"] == "StatefulSet" && (string?)status?["updateRevision"] == (string?)status?["currentRevision"])
        {
            updated = Math.Max(updated, existing);
        }

        var text = $"{available} of {wanted} available{(updated < wanted ? $", {updated} updated" : "")}{(existing > updated ? $", {existing - updated} old" : "")}";
        return new(updated >= wanted && existing <= updated && available >= wanted, false, text);
    }

    private static long Number(JsonNode? of, string field) => (long?)of?[field] ?? 0;
}

using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Setup;

/// <summary>What a pod waits for that is not ready.</summary>
internal static class PodTrouble
{
    /// <summary>For example <c>server: ImagePullBackOff, Back-off pulling image ...</c>, or why no node takes it.</summary>
    public static IEnumerable<string> Of(JsonObject pod)
    {
        var status = pod["status"];
        foreach (var container in Items(status, "containerStatuses").Concat(Items(status, "initContainerStatuses")))
        {
            if (container["state"]?["waiting"] is { } waiting && (string?)waiting["reason"] is { } reason and not ("ContainerCreating" or "PodInitializing"))
            {
                yield return $"{container["name"]}: {reason}{((string?)waiting["message"] is { } message ? $", {message}" : "")}";
            }
        }

        foreach (var condition in Items(status, "conditions").Where(c => (string?)c["type"] == "PodScheduled" && (string?)c["status"] == "False"))
        {
            yield return $"{condition["reason"]}: {condition["message"]}";
        }
    }

    private static IEnumerable<JsonObject> Items(JsonNode? of, string name) => (of?[name] as JsonArray ?? []).OfType<JsonObject>();
}

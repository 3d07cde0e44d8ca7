using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster;

/// <summary>What the controllers of workloads would do, at once: every replica is there and available.</summary>
public static class Rollouts
{
    /// <summary>Every Deployment and StatefulSet is rolled out as soon as it is written, but those named as stuck.</summary>
    public static void RunBy(this KubernetesApi api, params string[] stuck)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.Objects.Written = document =>
        {
            if ((string?)document["kind"] is "Deployment" or "StatefulSet")
            {
                document["status"] = stuck.Contains((string?)document["metadata"]!["name"]) ? Stuck(document) : Done(document);
            }
        };
    }

    private static JsonObject Done(JsonObject document)
    {
        var replicas = (int?)document["spec"]!["replicas"] ?? 1;
        return new()
        {
            ["observedGeneration"] = document["metadata"]!["generation"]!.DeepClone(),
            ["replicas"] = replicas,
            ["updatedReplicas"] = replicas,
            ["readyReplicas"] = replicas,
            ["availableReplicas"] = replicas,
        };
    }

    private static JsonObject Stuck(JsonObject document) => new()
    {
        ["observedGeneration"] = document["metadata"]!["generation"]!.DeepClone(),
        ["replicas"] = 1,
        ["updatedReplicas"] = 1,
        ["unavailableReplicas"] = 1,
        ["conditions"] = new JsonArray(new JsonObject
        {
            ["type"] = "Progressing",
            ["status"] = "False",
            ["reason"] = "ProgressDeadlineExceeded",
            ["message"] = $"ReplicaSet \"{document["metadata"]!["name"]}-1\" has timed out progressing.",
        }),
    };
}

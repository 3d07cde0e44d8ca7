using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Cli.Published;

/// <summary>What the workloads among some objects need, with every autoscaler at its maximum.</summary>
internal static class ManifestCapacity
{
    public static CapacityReport Of(IReadOnlyList<JsonObject> objects) =>
        CapacityFunction.Of(Workloads(objects));

    /// <summary>Each workload among some objects.</summary>
    public static IEnumerable<WorkloadCapacity> Workloads(IReadOnlyList<JsonObject> objects) =>
        objects.Where(o => (string?)o["kind"] is "Deployment" or "StatefulSet").Select(o => Of(o, AutoscalerOf(o, objects)));

    /// <summary>The autoscaler among some objects that scales a workload.</summary>
    public static JsonObject? AutoscalerOf(JsonObject workload, IEnumerable<JsonObject> objects) => objects.FirstOrDefault(o =>
        (string?)o["kind"] == "HorizontalPodAutoscaler"
        && (string?)o["spec"]?["scaleTargetRef"]?["kind"] == (string?)workload["kind"]
        && (string?)o["spec"]?["scaleTargetRef"]?["name"] == (string?)workload["metadata"]?["name"]
        && (string?)o["metadata"]?["namespace"] == (string?)workload["metadata"]?["namespace"]);

    private static WorkloadCapacity Of(JsonObject workload, JsonObject? autoscaler)
    {
        var (pod, replicas) = (workload["spec"]?["template"]?["spec"], (int?)workload["spec"]?["replicas"] ?? 1);
        var (requests, limits) = (PodAmounts.Of(pod, "requests"), PodAmounts.Of(pod, "limits"));
        var min = (int?)autoscaler?["spec"]?["minReplicas"] ?? (autoscaler is null ? replicas : 1);
        return new()
        {
            Name = (string)workload["metadata"]!["name"]!,
            MinReplicas = min,
            MaxReplicas = Math.Max(min, (int?)autoscaler?["spec"]?["maxReplicas"] ?? replicas),
            Requests = requests,
            Limits = new(limits.Cpu > requests.Cpu ? limits.Cpu : requests.Cpu, limits.Memory > requests.Memory ? limits.Memory : requests.Memory),
            Rollout = Pace(workload),
        };
    }

    /// <summary>How a workload replaces its pods.</summary>
    public static RolloutPace Pace(JsonObject workload)
    {
        var rolling = (string?)workload["kind"] == "Deployment" && (string?)workload["spec"]?["strategy"]?["type"] != "Recreate";
        var pace = rolling ? new RolloutPace() : RolloutPace.InPlace;
        var given = workload["spec"]?["strategy"]?["rollingUpdate"];
        return pace with
        {
            MaxSurge = given?["maxSurge"] is { } surge ? IntOrPercent.Parse(surge.ToString()) : pace.MaxSurge,
            MaxUnavailable = given?["maxUnavailable"] is { } unavailable ? IntOrPercent.Parse(unavailable.ToString()) : pace.MaxUnavailable,
            Termination = TimeSpan.FromSeconds((long?)workload["spec"]?["template"]?["spec"]?["terminationGracePeriodSeconds"] ?? 30),
        };
    }
}

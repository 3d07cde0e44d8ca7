using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Simulate;

/// <summary>An autoscaler among some manifests, with the resources of one pod of its Deployment.</summary>
internal sealed record ScaledDeployment(V2HorizontalPodAutoscaler Autoscaler, ResourceAmounts Requests, ResourceAmounts Limits, RolloutPace Rollout)
{
    // More than any node has: a container without limit is not throttled.
    private static readonly ResourceAmounts NoLimit = ResourceAmounts.Parse("1000", "1Ti");

    /// <summary>What it scales.</summary>
    public string Workload => Autoscaler.Spec.ScaleTargetRef.Name;

    /// <summary>Finds an autoscaler by its name, or by its workload: in full, or the last part of it (<c>server</c>).</summary>
    /// <param name="source">Where the manifests come from, for messages.</param>
    /// <param name="objects">The manifests.</param>
    /// <param name="name">The autoscaler's name; null for any.</param>
    /// <param name="workload">The workload; null for any.</param>
    /// <exception cref="UsageException">None or several fit, or no Deployment, or no requests.</exception>
    public static ScaledDeployment Find(string source, IReadOnlyList<JsonObject> objects, string? name, string? workload)
    {
        var all = All(objects);
        var found = all.Where(a => (name is null || Name(a) == name) && (workload is null || IsOf(a, workload))).ToList();
        return found switch
        {
            [var one] => Of(source, one, objects),
            _ when name is not null => throw new UsageException($"{source}: no HorizontalPodAutoscaler '{name}'; there are {Names(all)}."),
            _ => throw new UsageException($"{source}: {(workload is null ? "which autoscaler? Name one" : $"no single autoscaler of '{workload}'; name one")} with --workload or --autoscaler; there are {Names(all)}."),
        };
    }

    /// <summary>All autoscalers of Deployments.</summary>
    /// <exception cref="UsageException">As for <see cref="Find"/>.</exception>
    public static IReadOnlyList<ScaledDeployment> FindAll(string source, IReadOnlyList<JsonObject> objects) => [.. All(objects).Select(a => Of(source, a, objects))];

    private static ScaledDeployment Of(string source, JsonObject autoscaler, IReadOnlyList<JsonObject> objects)
    {
        var target = autoscaler["spec"]?["scaleTargetRef"];
        var deployments = objects.Where(o => (string?)o["kind"] == "Deployment").ToList();
        var deployment = deployments.Find(d => ManifestCapacity.AutoscalerOf(d, [autoscaler]) is not null)
            ?? throw new UsageException($"{source}: {Name(autoscaler)} scales {target?["kind"]} '{target?["name"]}', which is no Deployment of its namespace in this file; there are {Names(deployments)}.");
        var pod = deployment["spec"]?["template"]?["spec"];
        foreach (var container in (pod?["containers"] as JsonArray ?? []).Where(c => c?["resources"]?["requests"] is not { } requests || requests["cpu"] is null || requests["memory"] is null))
        {
            throw new UsageException($"{source}: container '{container?["name"]}' of Deployment '{Name(deployment)}' must request cpu and memory.");
        }

        var limits = PodAmounts.Of(pod, "limits");
        var (noCpu, noMemory) = (HasNoLimit(pod, "cpu"), HasNoLimit(pod, "memory"));
        return new(
            KubernetesJson.Deserialize<V2HorizontalPodAutoscaler>(autoscaler.ToJsonString()),
            PodAmounts.Of(pod, "requests"),
            new(noCpu ? NoLimit.Cpu : limits.Cpu, noMemory ? NoLimit.Memory : limits.Memory),
            ManifestCapacity.Pace(deployment));
    }

    private static bool HasNoLimit(JsonNode? pod, string resource) => (pod?["containers"] as JsonArray ?? []).Any(c => c?["resources"]?["limits"]?[resource] is null);

    private static bool IsOf(JsonObject autoscaler, string workload) =>
        (string?)autoscaler["spec"]?["scaleTargetRef"]?["name"] is { } target && (target == workload || target.EndsWith("-" + workload, StringComparison.Ordinal));

    private static List<JsonObject> All(IReadOnlyList<JsonObject> objects) => [.. objects.Where(o => (string?)o["kind"] == "HorizontalPodAutoscaler")];

    private static string? Name(JsonObject document) => (string?)document["metadata"]?["name"];

    private static string Names(IEnumerable<JsonObject> documents) => string.Join(", ", documents.Select(Name).DefaultIfEmpty("none"));
}

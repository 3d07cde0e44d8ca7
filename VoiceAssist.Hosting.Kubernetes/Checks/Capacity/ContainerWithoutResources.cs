using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Capacity;

/// <summary>A container should say what it needs and what it may use.</summary>
internal sealed class ContainerWithoutResources : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK104", Severity.Warning, "A container has no requests or limits")
    {
        Why = "Without a request the scheduler takes the pod for free and packs it onto a full node, and it is the first to be evicted; without a memory limit one leak takes the node down. "
            + "Neither counts in the capacity sums.",
        Do = "Give the workload its resources.",
        Sample = "api.WithResources(r => r.Cpu(\"500m\", \"2\").Memory(\"512Mi\", \"2Gi\"));",
        Source = "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        where pods.Spec.Resources is null
        from container in pods.All
        let missing = Missing(container)
        where missing.Length > 0
        select Found(plan, pods.Planned, $"container {container.Name} has no {string.Join(", ", missing)}", plan.PlaceOfResources(pods.Name));

    private static string[] Missing(k8s.Models.V1Container container) =>
    [
        .. PodResources.Names.Where(r => PodResources.Text(container.Resources?.Requests, r) is null).Select(r => $"{r} request"),
        .. PodResources.Names.Where(r => PodResources.Text(container.Resources?.Limits, r) is null).Select(r => $"{r} limit"),
    ];
}

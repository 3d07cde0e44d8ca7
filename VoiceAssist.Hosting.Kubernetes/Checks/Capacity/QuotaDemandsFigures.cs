using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Capacity;

/// <summary>A quota on a resource refuses every pod that does not state it.</summary>
internal sealed class QuotaDemandsFigures : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK105", Severity.Error, "A container lacks a figure that the quota demands")
    {
        Why = "Where a ResourceQuota counts cpu or memory, a pod is refused whose containers do not all state them, unless a LimitRange fills in a default.",
        Do = "Give the workload its resources, or the namespace a LimitRange with defaults.",
        Sample = "api.WithResources(r => r.Cpu(\"500m\", \"2\").Memory(\"512Mi\", \"2Gi\"));",
        Source = "https://kubernetes.io/docs/concepts/policy/resource-quotas/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        var defaults = NamespaceLimits.ContainerDefaults(plan);
        return
            from quota in plan.Planned<V1ResourceQuota>()
            from resource in PodResources.Names
            from pods in PodTemplate.Of(plan)
            from container in pods.All
            from missing in Missing(quota.Object, resource, container, defaults)
            select Found(plan, pods.Planned, $"container {container.Name} has no {missing}, {quota.Planned} demands it", plan.PlaceOfResources(pods.Name));
    }

    private static IEnumerable<string> Missing(V1ResourceQuota quota, string resource, V1Container container, V1LimitRangeItem? defaults)
    {
        var hard = quota.Spec?.Hard;
        if ((PodResources.Text(hard, $"requests.{resource}") ?? PodResources.Text(hard, resource)) is not null && PodResources.Request(container, resource, defaults) is null)
        {
            yield return $"{resource} request";
        }

        if (PodResources.Text(hard, $"limits.{resource}") is not null && PodResources.Limit(container, resource, defaults) is null)
        {
            yield return $"{resource} limit";
        }
    }
}

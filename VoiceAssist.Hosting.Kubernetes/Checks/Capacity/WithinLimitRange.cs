using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Capacity;

/// <summary>Admission refuses containers and pods outside the namespace's LimitRange, and the LimitRange itself must be in order.</summary>
internal sealed class WithinLimitRange : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK103", Severity.Error, "A container or pod lies outside the LimitRange")
    {
        Why = "Admission refuses a pod whose container asks for less than the LimitRange's minimum or may use more than its maximum, and a pod whose containers together exceed the pod's maximum.",
        Do = "Change the workload's figures or the LimitRange so that the largest workload of every environment fits.",
        Sample = "cluster.LimitRange(new ContainerLimits { Max = ResourceAmounts.Parse(\"8\", \"16Gi\"), PodMax = ResourceAmounts.Parse(\"16\", \"32Gi\"), ... });",
        Source = "https://kubernetes.io/docs/concepts/policy/limit-range/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) => Containers(plan).Concat(Pods(plan)).Concat(Defaults(plan));

    private IEnumerable<Finding> Containers(EnvironmentPlan plan)
    {
        var defaults = NamespaceLimits.ContainerDefaults(plan);
        return
            from item in NamespaceLimits.Items(plan, "Container")
            from pods in PodTemplate.Of(plan)
            from container in pods.All
            from resource in PodResources.Names
            from found in Outside(item.Item, resource, PodResources.Request(container, resource, defaults), PodResources.Limit(container, resource, defaults))
            select Found(plan, pods.Planned, $"container {container.Name}: {found} ({item.Planned})", plan.PlaceOfResources(pods.Name));
    }

    private IEnumerable<Finding> Pods(EnvironmentPlan plan)
    {
        var defaults = NamespaceLimits.ContainerDefaults(plan);
        foreach (var (planned, item) in NamespaceLimits.Items(plan, "Pod"))
        {
            foreach (var pods in PodTemplate.Of(plan))
            {
                var (requests, limits) = (PodResources.Requests(pods, defaults), PodResources.Limits(pods, defaults));
                var found = Outside(item, "cpu", requests.Cpu.ToString(), limits.Cpu.ToString()).Concat(Outside(item, "memory", requests.Memory.ToString(), limits.Memory.ToString()));
                foreach (var text in found)
                {
                    yield return Found(plan, pods.Planned, $"the pod: {text} ({planned})", plan.PlaceOfResources(pods.Name));
                }
            }
        }
    }

    private IEnumerable<Finding> Defaults(EnvironmentPlan plan) =>
        from item in NamespaceLimits.Items(plan, "Container")
        from resource in PodResources.Names
        from pair in Ordered(item.Item, resource)
        where PodResources.Exceeds(resource, pair.Less, pair.More)
        select Found(plan, item.Planned, $"its {pair.LessName} {pair.Less} {resource} exceeds its {pair.MoreName} {pair.More}");

    private static IEnumerable<(string LessName, string Less, string MoreName, string More)> Ordered(V1LimitRangeItem item, string resource)
    {
        (string Name, string? Text)[] rising =
        [
            ("minimum", PodResources.Text(item.Min, resource)),
            ("default request", PodResources.Text(item.DefaultRequest, resource)),
            ("default limit", PodResources.Text(item.DefaultProperty, resource)),
            ("maximum", PodResources.Text(item.Max, resource)),
        ];
        var given = rising.Where(r => r.Text is not null).ToArray();
        return given.Zip(given.Skip(1), (less, more) => (less.Name, less.Text!, more.Name, more.Text!));
    }

    private static IEnumerable<string> Outside(V1LimitRangeItem item, string resource, string? request, string? limit)
    {
        if (PodResources.Text(item.Min, resource) is { } min)
        {
            if (request is null)
            {
                yield return $"requests no {resource}, the minimum is {min}";
            }
            else if (PodResources.Exceeds(resource, min, request))
            {
                yield return $"requests {request} {resource}, the minimum is {min}";
            }
        }

        if (PodResources.Text(item.Max, resource) is { } max)
        {
            if (limit is null)
            {
                yield return $"has no {resource} limit, the maximum is {max}";
            }
            else if (PodResources.Exceeds(resource, limit, max))
            {
                yield return $"may use {limit} {resource}, the maximum is {max}";
            }
        }
    }
}

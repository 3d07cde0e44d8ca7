using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Scaling;

/// <summary>.NET sizes its heap by the limit; a memory target is a share of the request.</summary>
internal sealed class MemoryTargetOnManagedHeap : EnvironmentCheck
{
    // Runtime settings that make the heap follow the load, or keep it below a size of one's own.
    private static readonly string[] Settings = ["GCConserveMemory", "GCDynamicAdaptationMode", "GCHeapHardLimit", "GCHeapHardLimitPercent", "GCHighMemPercent"];

    public override CheckDescription Description { get; } = new("VAK208", Severity.Warning, "A memory target on a runtime that sizes its heap by the limit")
    {
        Why = "The .NET collector is in no hurry while the heap is small against the container's memory limit; the HPA measures against the request. With a limit of several times the request "
            + "memory stays above the target long after the load is gone, and the replicas stay at the maximum.",
        Do = "The plan adds the settings by itself (DOTNET_GCDynamicAdaptationMode and DOTNET_GCHighMemPercent) unless the workload has a DOTNET_GC... variable of its own: take that out, "
            + "add one of DOTNET_GCDynamicAdaptationMode, GCHighMemPercent, GCConserveMemory, GCHeapHardLimit or GCHeapHardLimitPercent, make request and limit equal, or do without the memory target.",
        Sample = "api.WithClusterConfiguration(c => c.Variable(\"DOTNET_GCDynamicAdaptationMode\", \"1\"));",
        Source = "https://learn.microsoft.com/dotnet/core/runtime-config/garbage-collector",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from autoscaler in Autoscaler.Of(plan)
        from metric in autoscaler.Metrics
        where metric is { Resource: { Name: "memory", Target.AverageUtilization: not null } } or { ContainerResource: { Name: "memory", Target.AverageUtilization: not null } }
        from pods in PodTemplate.Of(plan).Where(autoscaler.Scales)
        let workload = plan.Workload(pods.Name)
        where workload is { IsProject: true }
        from container in pods.Containers
        where container.Name == workload.ContainerName && !HasSetting(container)
        let request = PodResources.Text(container.Resources?.Requests, "memory")
        let limit = PodResources.Text(container.Resources?.Limits, "memory")
        where request is not null && (limit is null || PodResources.Exceeds("memory", limit, request))
        select Found(
            plan,
            autoscaler.Planned,
            $"{metric.Name()} aims at {(metric.Resource?.Target ?? metric.ContainerResource.Target).AverageUtilization} % of {request}, the heap of container {container.Name} grows by its limit, {limit ?? "the node"}",
            plan.PlaceOfResources(pods.Name));

    private static bool HasSetting(V1Container container) => (container.Env ?? []).Any(e => e.Value != "0" && Settings.Any(s =>
        string.Equals(e.Name, $"DOTNET_{s}", StringComparison.OrdinalIgnoreCase) || string.Equals(e.Name, $"COMPlus_{s}", StringComparison.OrdinalIgnoreCase)));
}

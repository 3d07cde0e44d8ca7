using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Policies;
using VoiceAssist.Hosting.Kubernetes.Reading;

namespace VoiceAssist.Hosting.Kubernetes.Rehearsal;

/// <summary>Reads, in run mode, what would be published of a workload: the same planner, without asking for endpoints or values.</summary>
public static class PublishedPolicies
{
    /// <summary>The environments that are published.</summary>
    public static IReadOnlyList<string> Environments(IResourceBuilder<ClusterResource> cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return Policy(cluster.Resource, null).EnvironmentNames;
    }

    /// <param name="cluster">The cluster that is published for.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="environment">One of <see cref="Environments"/>.</param>
    /// <exception cref="DistributedApplicationException">The environment is not published, or the workload has no autoscaler or no resources.</exception>
    public static WorkloadPolicies Of(IResourceBuilder<ClusterResource> cluster, IResource workload, string environment)
    {
        ArgumentNullException.ThrowIfNull(workload);
        if (Environments(cluster) is var known && !known.Contains(environment))
        {
            throw new DistributedApplicationException($"--target '{environment}' is no environment of the app. Allowed: {string.Join(", ", known)}.");
        }

        var policy = Policy(cluster.Resource, environment);
        var context = new EnvironmentContext
        {
            Application = cluster.Resource.Application,
            Environment = environment,
            Cluster = policy,
            Workloads = [Model(workload, environment)],
            ScrapeInterval = ModelReader.ScrapeInterval(policy, environment),
        };
        var model = context.Workloads[0];
        if (model.Scaling?.ReplicaBounds is null || model.Resources is not { CpuBounds.Value: { } cpu, MemoryBounds.Value: { } memory })
        {
            throw new DistributedApplicationException($"'{workload.Name}' cannot be scaled: it needs WithHorizontalScaling with Replicas, and WithResources.");
        }

        return new()
        {
            Autoscaler = (k8s.Models.V2HorizontalPodAutoscaler)HorizontalPodAutoscalerPlanner.Plan(context, model).Object,
            Requests = new(cpu.Low, memory.Low),
            Limits = new(cpu.High, memory.High),
            Readiness = model.Probes.ReadinessProbe,
            Exports = model.Monitoring?.Metrics ?? [],
            MemorySettings = DotnetMemory.AddTo(model).ToDictionary(v => v.Name, v => v.Value!, StringComparer.Ordinal),
            ScrapeInterval = context.ScrapeInterval,
        };
    }

    private static ClusterPolicy Policy(ClusterResource cluster, string? environment) => PolicyResolver.Resolve<ClusterPolicy>(cluster, environment) ?? new();

    // Everything that follows from endpoints and values is left out: it is not asked for here, and reading it would start to resolve it.
    private static WorkloadModel Model(IResource workload, string environment) => new()
    {
        Resource = workload,
        ContainerName = workload.Name,
        Component = workload.Name,
        Image = "",
        Command = [],
        Arguments = [],
        Variables = [],
        Ports = [],
        Volumes = [],
        References = [],
        Places = WorkloadPlaces.Of(workload),
        Resources = PolicyResolver.Resolve<ResourcesPolicy>(workload, environment),
        Scaling = PolicyResolver.Resolve<HorizontalScalingPolicy>(workload, environment),
        Probes = PolicyResolver.Resolve<ProbesPolicy>(workload, environment) ?? new(),
        Monitoring = PolicyResolver.Resolve<MonitoringPolicy>(workload, environment),
    };
}

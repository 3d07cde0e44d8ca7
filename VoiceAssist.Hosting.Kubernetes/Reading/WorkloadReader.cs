using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>Reads one workload in one environment.</summary>
/// <param name="application">The app's name.</param>
/// <param name="environment">The environment; null: the base.</param>
/// <param name="cluster">The namespace-wide policy in it.</param>
/// <param name="ports">Every workload's ports.</param>
internal sealed class WorkloadReader(string application, string? environment, ClusterPolicy cluster, ModelPorts ports)
{
    private readonly SortedSet<string> _settings = new(cluster.Settings.Keys, StringComparer.Ordinal);

    /// <exception cref="DistributedApplicationException">It cannot be published; the message says why and what to do.</exception>
    public WorkloadModel Read(WorkloadSource source)
    {
        var resource = source.Resource;
        var references = new ReferenceLog(resource);
        var configuration = Policy<ConfigurationPolicy>(resource) ?? new();
        var read = ResourceConfiguration.Read(source, configuration, new ValueResolver(ports, _settings, references), environment ?? "the base", _settings);
        AddRelationships(resource, references);

        var workload = Policy<WorkloadPolicy>(resource) ?? new();
        var containerName = workload.ContainerName ?? DefaultContainerName(resource.Name);
        var security = Policy<SecurityPolicy>(resource) ?? new();
        foreach (var path in ResourceVolumes.Anonymous(resource).Where(p => !security.Writable.ContainsKey(p)))
        {
            security.WritableAt(path);
        }

        var model = new WorkloadModel
        {
            Resource = resource,
            ContainerName = containerName,
            Component = workload.Component ?? containerName,
            Image = ResourceImage.Of(resource, Policy<ImagePolicy>(resource), cluster),
            Command = resource is ContainerResource { Entrypoint: { Length: > 0 } entrypoint } ? [DollarEscape.Escape(entrypoint)] : [],
            Arguments = read.Arguments,
            Variables = read.Variables,
            Dropped = read.Dropped,
            Ports = ports[resource],
            Volumes = ResourceVolumes.Named(resource),
            References = references.ToReferences(),
            Places = WorkloadPlaces.Of(resource),
            Workload = workload,
            Resources = Policy<ResourcesPolicy>(resource),
            Scaling = Policy<HorizontalScalingPolicy>(resource),
            Recommendation = Policy<VerticalRecommendationPolicy>(resource),
            Budget = Policy<DisruptionBudgetPolicy>(resource),
            Probes = Policy<ProbesPolicy>(resource) ?? new(),
            Shutdown = Policy<ShutdownPolicy>(resource),
            Rollout = Policy<RolloutPolicy>(resource),
            Spread = Policy<SpreadPolicy>(resource),
            Monitoring = Policy<MonitoringPolicy>(resource),
            Storage = Policy<StoragePolicy>(resource),
            Exposure = Policy<ExposurePolicy>(resource),
            Identity = Policy<IdentityPolicy>(resource) ?? new(),
            Configuration = configuration,
            Security = security,
            NetworkAccess = Policy<NetworkAccessPolicy>(resource) ?? new(),
        };
        model = model with { Variables = DotnetMemory.AddTo(model) };
        return model with { Variables = PostgresDirectory.AddTo(model) };
    }

    private T? Policy<T>(IResource resource)
        where T : Policy<T>, new()
    {
        var policy = PolicyResolver.Resolve<T>(resource, environment);
        var unknown = policy?.Environments.FirstOrDefault(e => !cluster.EnvironmentNames.Contains(e));
        return unknown is null ? policy : throw new DistributedApplicationException(
            $"{PolicyResolver.At<T>(resource)}: '{resource.Name}' says what differs in '{unknown}', which is not published. Published: {string.Join(", ", cluster.EnvironmentNames)}.");
    }

    private string DefaultContainerName(string resource)
    {
        var prefix = application + "-";
        return resource.Length > prefix.Length && resource.StartsWith(prefix, StringComparison.Ordinal) ? resource[prefix.Length..] : resource;
    }

    /// <summary>A reference that shows in no value, e.g. one that a program finds by itself, may lead to any port.</summary>
    private void AddRelationships(IResource resource, ReferenceLog references)
    {
        const string Reference = "Reference";
        foreach (var relationship in resource.Annotations.OfType<ResourceRelationshipAnnotation>().Where(r => r.Type == Reference))
        {
            var target = relationship.Resource;
            while (!ports.Contains(target) && target is IResourceWithParent child)
            {
                target = child.Parent;
            }

            if (ports.Contains(target) && !references.Contains(target.Name))
            {
                foreach (var port in ports[target])
                {
                    references.Add(target, port.Name);
                }
            }
        }
    }
}

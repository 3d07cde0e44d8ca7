using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>Reads an app model for Kubernetes: every environment's workloads with their references resolved. It asks for no value of a secret.</summary>
/// <param name="model">The app model.</param>
/// <param name="executionContext">Publish mode's context.</param>
internal sealed class ModelReader(DistributedApplicationModel model, DistributedApplicationExecutionContext executionContext)
{
    private const string ScrapeIntervalSetting = "METRICS_SCRAPE_INTERVAL";

    private static readonly TimeSpan DefaultScrapeInterval = TimeSpan.FromSeconds(30);

    /// <summary>The base, then the environments in the order of <see cref="ClusterPolicy.Publishes"/>.</summary>
    /// <exception cref="DistributedApplicationException">Something cannot be published; the message names the resource and the way out.</exception>
    public async Task<IReadOnlyList<EnvironmentContext>> ReadAsync(CancellationToken cancellationToken)
    {
        var cluster = Cluster();
        var resources = WorkloadResources.Of(model);
        var ports = ModelPorts.Of(resources);
        var sources = new List<WorkloadSource>();
        foreach (var resource in resources)
        {
            sources.Add(new(resource, await PublishedCallbacks.EvaluateAsync(resource, executionContext, cancellationToken).ConfigureAwait(false)));
        }

        var names = (PolicyResolver.Resolve<ClusterPolicy>(cluster, null) ?? new()).EnvironmentNames;
        return [.. names.Prepend(null).Select(environment => Read(cluster, environment, sources, ports))];
    }

    private static EnvironmentContext Read(ClusterResource cluster, string? environment, IEnumerable<WorkloadSource> sources, ModelPorts ports)
    {
        var policy = PolicyResolver.Resolve<ClusterPolicy>(cluster, environment) ?? new();
        if (policy.Environments.FirstOrDefault(e => !policy.EnvironmentNames.Contains(e)) is { } unknown)
        {
            throw new DistributedApplicationException(
                $"{PolicyResolver.At<ClusterPolicy>(cluster)}: the cluster's policy says what differs in '{unknown}', which is not published. Published: {string.Join(", ", policy.EnvironmentNames)}.");
        }

        var reader = new WorkloadReader(cluster.Application, environment, policy, ports);
        return new()
        {
            Application = cluster.Application,
            Environment = environment,
            Cluster = policy,
            Workloads = [.. sources.Select(reader.Read)],
            ScrapeInterval = ScrapeInterval(policy, environment),
        };
    }

    private ClusterResource Cluster() => model.Resources.OfType<ClusterResource>().ToArray() switch
    {
        [var cluster] => cluster,
        [] => throw new DistributedApplicationException("The app model has no cluster to publish for. Add one with AddKubernetesManifests."),
        var several => throw new DistributedApplicationException($"The app model has {several.Length} clusters: {string.Join(", ", several.Select(c => c.Name))}. One tree is published for one of them; keep one."),
    };

    /// <summary>The setting METRICS_SCRAPE_INTERVAL.</summary>
    internal static TimeSpan ScrapeInterval(ClusterPolicy policy, string? environment)
    {
        if (!policy.Settings.TryGetValue(ScrapeIntervalSetting, out var setting))
        {
            return DefaultScrapeInterval;
        }

        return Duration.TryParse(setting.Value, out var interval) && interval.Milliseconds > 0 ? interval.ToTimeSpan() : throw new DistributedApplicationException(
            $"{setting.At}: the setting {ScrapeIntervalSetting} of {environment ?? "the base"} is '{setting.Value}'. Allowed: a length of time such as 15s or 1m, above 0.");
    }
}

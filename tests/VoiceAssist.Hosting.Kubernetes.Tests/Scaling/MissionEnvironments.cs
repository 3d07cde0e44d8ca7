using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

/// <summary>The environments of an app model, as far as scaling reads it.</summary>
internal static class MissionEnvironments
{
    public static readonly string?[] Names = [null, "dev", "staging", "prod"];

    public static EnvironmentContext Of(string? environment, Action<ClusterPolicy>? cluster = null) =>
        Read(builder => MissionModel.Build(builder, cluster), environment);

    public static IReadOnlyList<EnvironmentContext> All(Action<ClusterPolicy>? cluster = null) => [.. Names.Select(n => Of(n, cluster))];

    public static EnvironmentPlan Plan(string? environment, Action<ClusterPolicy>? cluster = null) => Plan(Of(environment, cluster));

    public static EnvironmentPlan Plan(EnvironmentContext context) => new EnvironmentPlanner(ScalingPlanners.All).Plan(context);

    /// <summary>Reads what a model's policies say in an environment; images, variables and references play no part in scaling.</summary>
    public static EnvironmentContext Read(Action<IDistributedApplicationBuilder> build, string? environment)
    {
        var builder = DistributedApplication.CreateBuilder();
        build(builder);
        var clusterResource = builder.Resources.OfType<ClusterResource>().Single();
        var cluster = PolicyResolver.Resolve<ClusterPolicy>(clusterResource, environment)!;
        return new()
        {
            Application = clusterResource.Application,
            Environment = environment,
            Cluster = cluster,
            ScrapeInterval = cluster.Settings.TryGetValue("METRICS_SCRAPE_INTERVAL", out var interval) ? Duration.Parse(interval.Value).ToTimeSpan() : TimeSpan.FromSeconds(30),
            Workloads = [.. builder.Resources.OfType<ContainerResource>().Select(r => Workload(r, environment))],
        };
    }

    private static WorkloadModel Workload(ContainerResource resource, string? environment)
    {
        var workload = Resolve<WorkloadPolicy>() ?? new();
        var container = workload.ContainerName ?? resource.Name;
        return new()
        {
            Resource = resource,
            ContainerName = container,
            Component = workload.Component ?? container,
            Image = "registry.example/image:1.0",
            Command = [],
            Arguments = [],
            Variables = [],
            Ports = [],
            References = [],
            Volumes = [.. resource.Annotations.OfType<ContainerMountAnnotation>().Select(m => new WorkloadVolume(m.Source!, m.Target, m.IsReadOnly))],
            Places = new Dictionary<Type, SourceLocation>
            {
                [typeof(HorizontalScalingPolicy)] = PolicyResolver.At<HorizontalScalingPolicy>(resource) ?? new("Program.cs", 1),
            },
            Workload = workload,
            Resources = Resolve<ResourcesPolicy>(),
            Scaling = Resolve<HorizontalScalingPolicy>(),
            Recommendation = Resolve<VerticalRecommendationPolicy>(),
            Budget = Resolve<DisruptionBudgetPolicy>(),
            Shutdown = Resolve<ShutdownPolicy>(),
            Rollout = Resolve<RolloutPolicy>(),
            Monitoring = Resolve<MonitoringPolicy>(),
            Storage = Resolve<StoragePolicy>(),
        };

        TPolicy? Resolve<TPolicy>()
            where TPolicy : Policy<TPolicy>, new() => PolicyResolver.Resolve<TPolicy>(resource, environment);
    }
}

using System.Runtime.CompilerServices;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace Aspire.Hosting;

/// <summary>
/// Says of resources how they run in Kubernetes. Each call is a policy: what holds everywhere, and with <c>In("prod", ...)</c> what
/// differs in an environment. A wrong value fails here, where it is written.
/// </summary>
public static class KubernetesPolicyExtensions
{
    /// <summary>Names and kind of the workload.</summary>
    public static IResourceBuilder<T> AsWorkload<T>(this IResourceBuilder<T> builder, Action<WorkloadPolicy> workload, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, workload, file, line);

    /// <summary>CPU and memory of the workload's container.</summary>
    public static IResourceBuilder<T> WithResources<T>(this IResourceBuilder<T> builder, Action<ResourcesPolicy> resources, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, resources, file, line);

    /// <summary>Horizontal autoscaling.</summary>
    public static IResourceBuilder<T> WithHorizontalScaling<T>(this IResourceBuilder<T> builder, Action<HorizontalScalingPolicy> scaling, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, scaling, file, line);

    /// <summary>Vertical recommendations; they are shown, never applied.</summary>
    public static IResourceBuilder<T> WithVerticalRecommendation<T>(this IResourceBuilder<T> builder, Action<VerticalRecommendationPolicy> recommendation, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, recommendation, file, line);

    /// <summary>How many pods stay up while nodes are drained.</summary>
    public static IResourceBuilder<T> WithDisruptionBudget<T>(this IResourceBuilder<T> builder, Action<DisruptionBudgetPolicy> budget, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, budget, file, line);

    /// <summary>Liveness, readiness and startup probes.</summary>
    public static IResourceBuilder<T> WithProbes<T>(this IResourceBuilder<T> builder, Action<ProbesPolicy> probes, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, probes, file, line);

    /// <summary>What the workload does between SIGTERM and its end.</summary>
    public static IResourceBuilder<T> WithShutdown<T>(this IResourceBuilder<T> builder, Action<ShutdownPolicy> shutdown, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, shutdown, file, line);

    /// <summary>How pods are replaced when their template changes.</summary>
    public static IResourceBuilder<T> WithRollout<T>(this IResourceBuilder<T> builder, Action<RolloutPolicy> rollout, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, rollout, file, line);

    /// <summary>How pods are spread over nodes and zones.</summary>
    public static IResourceBuilder<T> WithSpread<T>(this IResourceBuilder<T> builder, Action<SpreadPolicy> spread, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, spread, file, line);

    /// <summary>What the workload exports for Prometheus.</summary>
    public static IResourceBuilder<T> WithMonitoring<T>(this IResourceBuilder<T> builder, Action<MonitoringPolicy> monitoring, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, monitoring, file, line);

    /// <summary>The persistent volumes of the workload.</summary>
    public static IResourceBuilder<T> WithStorage<T>(this IResourceBuilder<T> builder, Action<StoragePolicy> storage, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, storage, file, line);

    /// <summary>How the workload's external http endpoint is reached from outside the cluster.</summary>
    public static IResourceBuilder<T> WithExposure<T>(this IResourceBuilder<T> builder, Action<ExposurePolicy> exposure, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, exposure, file, line);

    /// <summary>The workload's ServiceAccount and what it may do.</summary>
    public static IResourceBuilder<T> WithIdentity<T>(this IResourceBuilder<T> builder, Action<IdentityPolicy> identity, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, identity, file, line);

    /// <summary>Environment variables that the workload has in Kubernetes only.</summary>
    public static IResourceBuilder<T> WithClusterConfiguration<T>(this IResourceBuilder<T> builder, Action<ConfigurationPolicy> configuration, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, configuration, file, line);

    /// <summary>The workload's image where it is not the app model's.</summary>
    public static IResourceBuilder<T> WithClusterImage<T>(this IResourceBuilder<T> builder, Action<ImagePolicy> image, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, image, file, line);

    /// <summary>The security context.</summary>
    public static IResourceBuilder<T> WithSecurity<T>(this IResourceBuilder<T> builder, Action<SecurityPolicy> security, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, security, file, line);

    /// <summary>What the workload may reach beyond what its references imply.</summary>
    public static IResourceBuilder<T> WithNetworkAccess<T>(this IResourceBuilder<T> builder, Action<NetworkAccessPolicy> access, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IComputeResource => PolicyResolver.Add(builder, access, file, line);
}

using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Contracts;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.AppHost.Policies;

/// <summary>What holds for a whole namespace.</summary>
internal static class ClusterPolicies
{
    public static void VoiceAssist(ClusterPolicy cluster) => cluster
        .Publishes("dev", "staging", "prod")
        .RequiresKubernetes("1.27")
        .Setting("METRICS_SCRAPE_INTERVAL", "30s", "How often Prometheus scrapes the workloads.")
        .Setting("HPA_SYNC_PERIOD", "15s", "The controller manager's default; the simulator reckons with it.")
        .Setting("VPA_RECOMMENDATION_MODE", "Off", "Recommendations are read by people, never applied.")
        .Setting("ENVIRONMENT", "base")
        .Setting("LOG_LEVEL", "info")
        .LimitRange(new()
        {
            Default = ResourceAmounts.Parse("1", "1Gi"),
            DefaultRequest = ResourceAmounts.Parse("100m", "128Mi"),
            Min = ResourceAmounts.Parse("50m", "64Mi"),
            Max = ResourceAmounts.Parse("8", "16Gi"),
            PodMax = ResourceAmounts.Parse("16", "32Gi"),
        })
        .In("dev", dev => dev
            .Setting("ENVIRONMENT", "dev")
            .Setting("LOG_LEVEL", "debug")
            .Setting("METRICS_SCRAPE_INTERVAL", "60s", "Cheap; autoscaling by request rate is slower for it."))
        .In("staging", staging => staging
            .Setting("ENVIRONMENT", "staging")
            .Setting("LOG_LEVEL", "info")
            .Images(registry: null, tag: Images.Tag))
        .In("prod", prod => prod
            .Setting("ENVIRONMENT", "prod")
            .Setting("LOG_LEVEL", "warn")
            .Setting("METRICS_SCRAPE_INTERVAL", "15s", "As often as the autoscalers look.")
            .Setting("ENABLE_ALERTS", "true")
            .Alert()
            .Images(registry: null, tag: Images.Tag));

    /// <summary>What gateway and worker have in common.</summary>
    public static IResourceBuilder<ProjectResource> WithWorkloadSettings(this IResourceBuilder<ProjectResource> workload) => workload
        .WithShutdown(shutdown => shutdown
            .Takes("drain delay", ShutdownBudget.DrainDelay, "Unready, but still serving until no proxy sends new work.")
            .Takes("in flight", ShutdownBudget.InFlight, "Requests and jobs finish or are handed back.")
            .Takes("flush", ShutdownBudget.Flush, "Telemetry is sent and connections are closed."))
        .WithClusterConfiguration(configuration => configuration
            .FromSetting("ENVIRONMENT")
            .FromSetting("LOG_LEVEL")
            .Variable(SettingNames.Variable(SettingNames.InFlight), ShutdownBudget.InFlight.ToString()))
        .WithSpread(spread => spread
            .Across("kubernetes.io/hostname", because: "The loss of one node should not take all pods."))
        .WithMonitoring(monitoring => monitoring.Scrape(EndpointPaths.Metrics));
}

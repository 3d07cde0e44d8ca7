using VoiceAssist.Contracts;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.AppHost.Policies;

/// <summary>How the gateway runs in Kubernetes.</summary>
internal static class GatewayPolicies
{
    /// <summary>What the autoscaler calls the gateway's request rate.</summary>
    private const string RequestRate = "http_requests_per_second";

    public static IResourceBuilder<ProjectResource> WithGatewayPolicies(this IResourceBuilder<ProjectResource> gateway) => gateway
        .WithWorkloadSettings()
        .WithClusterConfiguration(configuration => configuration.Variable(SettingNames.Variable(SettingNames.DrainDelay), ShutdownBudget.DrainDelay.ToString()))
        .AsWorkload(workload => workload
            .Container("server")
            .PartAs("api-gateway")
            .StartsWithin(TimeSpan.FromSeconds(30)))
        .WithClusterImage(image => image.From(Images.Gateway))
        .WithResources(resources => resources
            .Cpu("500m", "2000m", "Half a core idles comfortably; bursts may take four times as much.")
            .Memory("512Mi", "2Gi", "At rest it takes 115 MiB; recordings are held in memory, 10 MiB at most each, while they come in.")
            .In("dev", dev => dev.Cpu("250m", "1000m").Memory("256Mi", "1Gi"))
            .In("prod", prod => prod.Cpu("750m", "3000m").Memory("768Mi", "3Gi")))
        .WithHorizontalScaling(scaling => scaling
            .Replicas(2, 10, "Two, so that one may go; ten is what one database serves.")
            .CpuUtilization(70, "Room for the 30 to 60 s until a new pod helps.")
            .MemoryUtilization(80, "Only many recordings at once fill it; then more pods help.")
            .PodsMetric(RequestRate, "100", "A pod serves about 150 requests per second before its latency grows.")
            .ScaleUp(up => up
                .Stabilize(TimeSpan.Zero, "A caller waits: react at once.")
                .Percent(100, per: TimeSpan.FromSeconds(30), "Doubling meets any spike within a few steps.")
                .Pods(2, per: TimeSpan.FromSeconds(30), "Doubling one pod would be too slow.")
                .TheLarger())
            .ScaleDown(down => down
                .Stabilize(TimeSpan.FromSeconds(300), "Load that comes back within five minutes finds its pods.")
                .Percent(10, per: TimeSpan.FromSeconds(300), "Gently: with so few pods it is one.")
                .Pods(1, per: TimeSpan.FromSeconds(300), "The rest has five minutes to show that it is enough.")
                .TheSmaller())
            .In("dev", dev => dev.Replicas(1, 3, "Nobody waits here; three show that it scales.").CpuUtilization(80, "Fewer and fuller pods."))
            .In("staging", staging => staging.Replicas(2, 6, "Two as in the base; six carry a load test."))
            .In("prod", prod => prod
                .Replicas(3, 15, "Three, so that one may go while another fails; fifteen is five times a quiet day.")
                .CpuUtilization(65, "A pod more is cheaper than a slow answer.")
                .MemoryUtilization(75, "As with CPU: earlier than elsewhere.")))
        .WithVerticalRecommendation(recommendation => recommendation.Cpu("250m", "4").Memory("256Mi", "4Gi"))
        .WithDisruptionBudget(budget => budget
            .MinAvailable(1, "Always one pod up during a drain.")
            .EvictUnhealthy(UnhealthyPodEviction.IfHealthyBudget)
            .In("dev", dev => dev.MinAvailable(0, "Its only pod would block every drain.")))
        .WithProbes(probes => probes
            .Liveness(ProbeRule.Get(EndpointPaths.Health, every: TimeSpan.FromSeconds(10), failures: 3))
            .Readiness(ProbeRule.Get(EndpointPaths.Ready, every: TimeSpan.FromSeconds(5), failures: 2))
            .Startup(ProbeRule.Get(EndpointPaths.Health, every: TimeSpan.FromSeconds(5), failures: 30)))
        .WithRollout(rollout => rollout.Rolling(maxSurge: "1", maxUnavailable: "0", "No caller notices a rollout."))
        .WithExposure(exposure => exposure
            .Paths(EndpointPaths.Version, EndpointPaths.OpenApi, EndpointPaths.Reference)
            .In("staging", staging => staging.Ingress("voiceassist.staging.example.com", "nginx"))
            .In("prod", prod => prod.Ingress("voiceassist.example.com", "nginx", tlsSecret: "voiceassist-tls")))
        .WithMonitoring(monitoring => monitoring
            .Exports(new(
                RequestRate,
                ScalingMetricSource.Pods,
                Metrics.RequestDuration.Exported + "_count",
                $"sum(rate({Metrics.RequestDuration.Exported}_count{{$selector}}[$window])) by (pod)")));
}

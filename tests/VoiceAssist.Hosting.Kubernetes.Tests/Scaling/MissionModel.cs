using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

/// <summary>An app whose policies say exactly what the tables of MISSION.md, sections 2 to 5, say.</summary>
internal static class MissionModel
{
    public const string Application = "voiceassist";
    public const string Server = "voiceassist-server";
    public const string Worker = "voiceassist-worker";
    public const string Postgres = "voiceassist-postgres";
    public const string Redis = "voiceassist-redis";

    public const string RequestRate = "http_requests_per_second";
    public const string QueueDepth = "voiceassist_queue_depth";
    public const string QueueAge = "voiceassist_queue_oldest_age_seconds";

    private static readonly Dictionary<string, string> Queue = new() { ["queue"] = "jobs" };

    public static void Build(IDistributedApplicationBuilder builder, Action<ClusterPolicy>? cluster = null)
    {
        PolicyResolver.Add<ClusterResource, ClusterPolicy>(builder.AddResource(new ClusterResource("kubernetes", Application)), policy => Cluster(policy, cluster), "MissionModel.cs", 1);

        builder.AddContainer(Postgres, "postgres", "17")
            .WithVolume("voiceassist-postgres-data", "/var/lib/postgresql/data")
            .AsWorkload(w => w.Container("postgres"))
            .WithResources(r => r
                .Cpu("1000m", "4000m").Memory("2Gi", "8Gi")
                .In("prod", p => p.Cpu("2000m", "6000m").Memory("4Gi", "12Gi")))
            .WithVerticalRecommendation(v => v.Cpu("500m", "8").Memory("1Gi", "16Gi"))
            .WithDisruptionBudget(b => b.MinAvailable(1).BlocksDrain("The only pod holds the only copy of the data."))
            .WithStorage(s => s.Size("20Gi"));

        builder.AddContainer(Redis, "redis", "8")
            .AsWorkload(w => w.Container("redis"))
            .WithResources(r => r.Cpu("250m", "1000m").Memory("256Mi", "1Gi"))
            .WithVerticalRecommendation(v => v.Cpu("100m", "2").Memory("128Mi", "2Gi"))
            .WithDisruptionBudget(b => b
                .MinAvailable(1).EvictUnhealthy(UnhealthyPodEviction.AlwaysAllow)
                .BlocksDrain("The only pod holds the fast queue; it is moved by hand."))
            .WithRollout(r => r.Recreate());

        builder.AddContainer(Server, "voiceassist/gateway", "1.0")
            .WithHttpEndpoint(targetPort: 8000, name: "http")
            .AsWorkload(w => w.Container("server").PartAs("api-gateway"))
            .WithResources(r => r
                .Cpu("500m", "2000m").Memory("512Mi", "2Gi")
                .In("dev", d => d.Cpu("250m", "1000m").Memory("256Mi", "1Gi"))
                .In("prod", p => p.Cpu("750m", "3000m").Memory("768Mi", "3Gi")))
            .WithHorizontalScaling(s => s
                .Replicas(2, 10, "two survive the loss of a node")
                .CpuUtilization(70, "leaves room for a burst until new pods are Ready")
                .MemoryUtilization(80)
                .PodsMetric(RequestRate, "100", "measured: a pod serves 140 before its latency rises")
                .ScaleUp(u => u.Stabilize(TimeSpan.Zero).Percent(100, TimeSpan.FromSeconds(30)).Pods(2, TimeSpan.FromSeconds(30)).TheLarger())
                .ScaleDown(d => d.Stabilize(TimeSpan.FromSeconds(300)).Percent(10, TimeSpan.FromSeconds(300)).Pods(1, TimeSpan.FromSeconds(300)).TheSmaller())
                .In("dev", d => d.Replicas(1, 3).CpuUtilization(80))
                .In("staging", g => g.Replicas(2, 6))
                .In("prod", p => p.Replicas(3, 15).CpuUtilization(65).MemoryUtilization(75)))
            .WithVerticalRecommendation(v => v.Cpu("250m", "4").Memory("256Mi", "4Gi"))
            .WithDisruptionBudget(b => b.MinAvailable(1, "always one pod up during a drain").In("dev", d => d.MinAvailable(0, "its only pod would block every drain")))
            .WithRollout(r => r.Rolling("1", "0"))
            .WithMonitoring(m => m
                .Scrape("/metrics")
                .Exports(new(
                    RequestRate,
                    ScalingMetricSource.Pods,
                    "http_server_request_duration_seconds_count",
                    "sum by (pod) (rate(http_server_request_duration_seconds_count{$selector}[$window]))")));

        builder.AddContainer(Worker, "voiceassist/worker", "1.0")
            .WithHttpEndpoint(targetPort: 8080, name: "http")
            .AsWorkload(w => w.Container("worker"))
            .WithResources(r => r
                .Cpu("1000m", "4000m").Memory("1Gi", "4Gi")
                .In("dev", d => d.Cpu("500m", "2000m").Memory("512Mi", "2Gi"))
                .In("prod", p => p.Cpu("1500m", "6000m").Memory("1.5Gi", "6Gi")))
            .WithHorizontalScaling(s => s
                .Replicas(1, 5)
                .CpuUtilization(80)
                .MemoryUtilization(85)
                .ExternalMetric(QueueDepth, ScalingTarget.Average("50"), Queue)
                .ExternalMetric(QueueAge, ScalingTarget.Total("60"), Queue, "no job waits longer than a minute")
                .ScaleUp(u => u.Stabilize(TimeSpan.FromSeconds(30)).Percent(50, TimeSpan.FromSeconds(60)).Pods(1, TimeSpan.FromSeconds(60)).TheLarger())
                .ScaleDown(d => d.Stabilize(TimeSpan.FromSeconds(600)).Percent(10, TimeSpan.FromSeconds(600)).Pods(1, TimeSpan.FromSeconds(600)).TheSmaller())
                .In("dev", d => d.Replicas(1, 2).CpuUtilization(85))
                .In("staging", g => g.Replicas(1, 3))
                .In("prod", p => p.Replicas(2, 8).CpuUtilization(75)))
            .WithVerticalRecommendation(v => v.Cpu("500m", "8").Memory("512Mi", "8Gi"))
            .WithDisruptionBudget(b => b.MinAvailable(0, "all may go, jobs are retried").EvictUnhealthy(UnhealthyPodEviction.AlwaysAllow))
            .WithRollout(r => r.Rolling("1", "0"))
            .WithShutdown(s => s.Takes("in flight", TimeSpan.FromSeconds(25)))
            .WithMonitoring(m => m
                .Scrape("/metrics")
                .Exports(new(QueueDepth, ScalingMetricSource.External, "voiceassist_queue_depth", "max(voiceassist_queue_depth{$selector})"))
                .Exports(new(QueueAge, ScalingMetricSource.External, "voiceassist_queue_oldest_age_seconds", "max(voiceassist_queue_oldest_age_seconds{$selector})"))
                .AlertsWhen(new(
                    "DeadLetters",
                    "voiceassist_jobs_total",
                    "sum(increase(voiceassist_jobs_total{outcome=\"failed\",$selector}[15m]))",
                    0,
                    TimeSpan.FromMinutes(1))
                { Summary = "{{ $value | humanize }} jobs failed for good within 15 minutes." }));
    }

    private static void Cluster(ClusterPolicy policy, Action<ClusterPolicy>? further)
    {
        policy
            .Publishes("dev", "staging", "prod")
            .Setting("METRICS_SCRAPE_INTERVAL", "30s")
            .LimitRange(new()
            {
                Default = ResourceAmounts.Parse("1", "1Gi"),
                DefaultRequest = ResourceAmounts.Parse("100m", "128Mi"),
                Min = ResourceAmounts.Parse("50m", "64Mi"),
                Max = ResourceAmounts.Parse("8", "16Gi"),
                PodMax = ResourceAmounts.Parse("16", "32Gi"),
            })
            .In("dev", d => d.Setting("METRICS_SCRAPE_INTERVAL", "60s"))
            .In("prod", p => p.Setting("METRICS_SCRAPE_INTERVAL", "15s").Alert());
        further?.Invoke(policy);
    }
}

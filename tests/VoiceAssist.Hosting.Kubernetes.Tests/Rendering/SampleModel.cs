using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>An app called <c>shop</c> with every kind of policy: web, worker, broker, database; environments dev and prod.</summary>
internal static class SampleModel
{
    public static readonly string[] Environments = ["dev", "prod"];

    /// <summary>Adds the app to a model.</summary>
    /// <param name="builder">The model.</param>
    /// <param name="more">What differs from the sample.</param>
    public static void Build(IDistributedApplicationBuilder builder, Action<Sample>? more = null)
    {
        var password = builder.AddParameter("database-password", secret: true);
        IResourceBuilder<ContainerResource> database = builder.AddContainer("database", "docker.io/library/postgres", "18")
            .WithEndpoint(targetPort: 5432, name: "tcp")
            .WithVolume("data", "/var/lib/postgresql")
            .WithEnvironment("POSTGRES_PASSWORD", password)
            .WithResources(r => r.Cpu("1", "2").Memory("2Gi", "4Gi").In("prod", p => p.Memory("4Gi", "8Gi", because: "The working set of the orders.")))
            .WithStorage(s => s.Size("10Gi").In("prod", p => p.Size("50Gi")))
            .WithDisruptionBudget(d => d.MinAvailable(1).BlocksDrain("One pod holds the data."))
            .WithProbes(p => p
                .Liveness(ProbeRule.Exec(["pg_isready"], TimeSpan.FromSeconds(10), 3))
                .Readiness(ProbeRule.Exec(["pg_isready"], TimeSpan.FromSeconds(5), 2)));
        var worker = builder.AddProject<SampleProject>("worker", launchProfileName: null)
            .WithHttpEndpoint(targetPort: 8080)
            .WithEnvironment("DATABASE", ReferenceExpression.Create($"Host={database.GetEndpoint("tcp").Property(EndpointProperty.Host)};Password={password.Resource}"))
            .WithClusterConfiguration(c => c.Variable("GREETING", "hello: world").FromSetting("LOG_LEVEL"))
            .WithResources(r => r.Cpu("500m", "1").Memory("256Mi", "1Gi"))
            .WithHorizontalScaling(s => s
                .Replicas(1, 4)
                .CpuUtilization(80)
                .ExternalMetric("jobs_waiting", ScalingTarget.Average("50"))
                .In("dev", d => d.Replicas(1, 2)))
            .WithMonitoring(m => m.Scrape("/metrics").Exports(new("jobs_waiting", ScalingMetricSource.External, "jobs_waiting", "max(jobs_waiting{$selector})")));
        var web = builder.AddProject<SampleProject>("web", launchProfileName: null)
            .WithHttpEndpoint(targetPort: 8000)
            .WithExternalHttpEndpoints()
            .WithClusterConfiguration(c => c.FromSetting("LOG_LEVEL"))
            .WithResources(r => r.Cpu("500m", "2", because: "Half a core serves 50 requests per second.").Memory("512Mi", "2Gi")
                .In("dev", d => d.Cpu("250m", "1")))
            .WithHorizontalScaling(s => s
                .Replicas(2, 10, because: "Two for availability.")
                .CpuUtilization(70, because: "Room for the time a pod needs to start.")
                .MemoryUtilization(80)
                .PodsMetric("http_requests_per_second", "100")
                .ScaleUp(u => u.Stabilize(TimeSpan.Zero).Percent(100, TimeSpan.FromSeconds(30)).Pods(2, TimeSpan.FromSeconds(30)).TheLarger())
                .ScaleDown(d => d.Stabilize(TimeSpan.FromSeconds(300)).Percent(10, TimeSpan.FromSeconds(300)).TheSmaller())
                .In("dev", d => d.Replicas(1, 3).CpuUtilization(85))
                .In("prod", p => p.CpuUtilization(65, because: "Prod has peaks.")))
            .WithVerticalRecommendation(v => v.Cpu("250m", "4").Memory("256Mi", "4Gi"))
            .WithDisruptionBudget(d => d.MinAvailable(1).In("dev", e => e.MinAvailable(0)))
            .WithProbes(p => p
                .Liveness(ProbeRule.Get("/health", TimeSpan.FromSeconds(10), 3))
                .Readiness(ProbeRule.Get("/ready", TimeSpan.FromSeconds(5), 2))
                .Startup(ProbeRule.Get("/health", TimeSpan.FromSeconds(5), 30)))
            .WithShutdown(s => s.Takes("drain delay", TimeSpan.FromSeconds(5)).Takes("requests in flight", TimeSpan.FromSeconds(20)))
            .WithRollout(r => r.Rolling("1", "0"))
            .WithSpread(s => s.Across("kubernetes.io/hostname"))
            .WithIdentity(i => i.May(new("", ["configmaps"], ["get"])))
            .WithExposure(e => e.Off().In("prod", p => p.Ingress("shop.example.org", "nginx", "shop-tls")))
            .WithMonitoring(m => m.Scrape("/metrics").Exports(new("http_requests_per_second", ScalingMetricSource.Pods, "http_requests_total", "sum(rate(http_requests_total{$selector}[$window])) by (pod)")));
        more?.Invoke(new(database, worker, web));
    }

    public static void Cluster(ClusterPolicy cluster) => cluster
        .Publishes(Environments)
        .Setting("LOG_LEVEL", "info")
        .Setting("METRICS_SCRAPE_INTERVAL", "30s")
        .Images("registry.example.org/shop", "1.4.2")
        .LimitRange(new()
        {
            Default = ResourceAmounts.Parse("1", "1Gi"),
            DefaultRequest = ResourceAmounts.Parse("100m", "128Mi"),
            Min = ResourceAmounts.Parse("50m", "64Mi"),
            Max = ResourceAmounts.Parse("8", "16Gi"),
            PodMax = ResourceAmounts.Parse("16", "32Gi"),
        })
        .In("dev", d => d.Setting("LOG_LEVEL", "debug").Setting("METRICS_SCRAPE_INTERVAL", "60s"))
        .In("prod", p => p.Setting("LOG_LEVEL", "warn", because: "The rest is in the traces.").Setting("ENABLE_ALERTS", "true"));
}

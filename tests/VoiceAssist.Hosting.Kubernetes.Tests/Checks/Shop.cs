using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Planning.Workloads;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

/// <summary>An app with nothing wrong in it: a web project, a worker, a database, a cache; base, dev and prod. Tests break one thing each.</summary>
internal static class Shop
{
    public const string Api = "shop-api";
    public const string Worker = "shop-worker";
    public const string Database = "shop-db";
    public const string Cache = "shop-cache";

    private static readonly string?[] Environments = [null, "dev", "prod"];
    private static readonly EnvironmentPlanner Planner = new([.. WorkloadPlanners.All, .. ScalingPlanners.All]);

    /// <param name="model">Changes what the app host says of an environment.</param>
    /// <param name="plan">Changes what was planned.</param>
    public static IReadOnlyList<EnvironmentPlan> Plans(Func<EnvironmentContext, EnvironmentContext>? model = null, Func<EnvironmentPlan, EnvironmentPlan>? plan = null) =>
    [
        .. Environments.Select(Context).Select(c => model?.Invoke(c) ?? c).Select(Planner.Plan).Select(p => p.OfTheApp).Select(p => plan?.Invoke(p) ?? p),
    ];

    private static EnvironmentContext Context(string? environment) => new()
    {
        Application = "shop",
        Environment = environment,
        Cluster = In(Cluster(), environment),
        Workloads = [.. Workloads(environment)],
        ScrapeInterval = TimeSpan.FromSeconds(30),
    };

    private static ClusterPolicy Cluster() => new ClusterPolicy()
        .Publishes("dev", "prod")
        .Setting("LOG_LEVEL", "info")
        .RequiresKubernetes("1.29")
        .LimitRange(new()
        {
            Default = ResourceAmounts.Parse("1", "1Gi"),
            DefaultRequest = ResourceAmounts.Parse("100m", "128Mi"),
            Min = ResourceAmounts.Parse("50m", "64Mi"),
            Max = ResourceAmounts.Parse("8", "16Gi"),
            PodMax = ResourceAmounts.Parse("16", "32Gi"),
        });

    private static IEnumerable<WorkloadModel> Workloads(string? environment)
    {
        yield return New(new ProjectResource(Api), "api", "registry.example.com/shop-api:1.4.2") with
        {
            Variables = [new("LOG_LEVEL") { Setting = "LOG_LEVEL" }, new("DB_PASSWORD") { SecretKey = "db-password" }, new("ConnectionStrings__db") { Value = "Host=shop-db;Password=$(DB_PASSWORD)" }, new("DOTNET_GCDynamicAdaptationMode") { Value = "1" }],
            Ports = [new("http", 8080, "TCP", IsHttp: true, IsExternal: true)],
            References = [new(Database, ["tcp"]), new(Cache, ["tcp"])],
            Resources = In(new ResourcesPolicy().Cpu("500m", "2").Memory("512Mi", "2Gi").In("dev", d => d.Cpu("250m", "1")), environment),
            Scaling = In(
                new HorizontalScalingPolicy().Replicas(2, 10).CpuUtilization(70).MemoryUtilization(80).PodsMetric("requests_per_second", "100")
                    .ScaleDown(d => d.Stabilize(TimeSpan.FromMinutes(5)).Pods(1, TimeSpan.FromMinutes(5)))
                    .In("dev", d => d.Replicas(1, 3)).In("prod", p => p.Replicas(3, 15).CpuUtilization(65)),
                environment),
            Recommendation = new VerticalRecommendationPolicy().Cpu("250m", "4").Memory("256Mi", "4Gi"),
            Budget = In(new DisruptionBudgetPolicy().MinAvailable(1).In("dev", d => d.MinAvailable(0)), environment),
            Probes = Probes("/health", "/ready"),
            Workload = new WorkloadPolicy().StartsWithin(TimeSpan.FromSeconds(60)),
            Shutdown = new ShutdownPolicy().Takes("drain delay", TimeSpan.FromSeconds(5)).Takes("requests in flight", TimeSpan.FromSeconds(20)),
            Rollout = new RolloutPolicy().Rolling("1", "0"),
            Monitoring = new MonitoringPolicy().Scrape("/metrics").Exports(new("requests_per_second", ScalingMetricSource.Pods, "requests_total", "rate(requests_total{$selector}[$window])")),
            Exposure = In(new ExposurePolicy().Off().In("prod", p => p.Ingress("shop.example.com", tlsSecret: "shop-tls")), environment),
        };
        yield return New(new ProjectResource(Worker), "worker", "registry.example.com/shop-worker:1.4.2") with
        {
            Ports = [new("http", 8080, "TCP", IsHttp: true, IsExternal: false)],
            References = [new(Database, ["tcp"])],
            Resources = new ResourcesPolicy().Cpu("1", "4").Memory("1Gi", "4Gi"),
            Scaling = new HorizontalScalingPolicy().Replicas(1, 5).CpuUtilization(80)
                .ExternalMetric("queue_depth", ScalingTarget.Average("50"), new Dictionary<string, string> { ["queue"] = "orders" }),
            Budget = new DisruptionBudgetPolicy().MinAvailable(0),
            Probes = Probes("/health", "/ready"),
            Monitoring = new MonitoringPolicy().Scrape("/metrics")
                .Exports(new("queue_depth", ScalingMetricSource.External, "queue_depth", "max(queue_depth{$selector})") { Labels = new Dictionary<string, string> { ["queue"] = "orders" } }),
        };
        yield return New(new ContainerResource(Database), "db", "docker.io/library/postgres:17.6") with
        {
            Variables = [new("POSTGRES_PASSWORD") { SecretKey = "db-password" }, new("POSTGRES_DB") { Value = "shop" }],
            Ports = [new("tcp", 5432, "TCP", IsHttp: false, IsExternal: false)],
            Volumes = [new("data", "/var/lib/postgresql/data", IsReadOnly: false)],
            Resources = new ResourcesPolicy().Cpu("1", "4").Memory("2Gi", "8Gi"),
            Storage = new StoragePolicy().Size("10Gi"),
            Budget = new DisruptionBudgetPolicy().MinAvailable(1).BlocksDrain("its only pod: move it by hand"),
            Probes = new ProbesPolicy()
                .Liveness(ProbeRule.Exec(["pg_isready"], TimeSpan.FromSeconds(10), 3))
                .Readiness(ProbeRule.Exec(["pg_isready"], TimeSpan.FromSeconds(5), 3)),
            Security = new SecurityPolicy().RunAs(999),
        };
        yield return New(new ContainerResource(Cache), "cache", "docker.io/library/redis:8.2.1") with
        {
            Command = ["/bin/sh"],
            Arguments = ["-c", "redis-server --requirepass $REDIS_PASSWORD --maxmemory 768mb --maxmemory-policy allkeys-lru"],
            Variables = [new("REDIS_PASSWORD") { SecretKey = "cache-password" }],
            Ports = [new("tcp", 6379, "TCP", IsHttp: false, IsExternal: false)],
            Resources = new ResourcesPolicy().Cpu("250m", "1").Memory("256Mi", "1Gi"),
            Probes = new ProbesPolicy()
                .Liveness(ProbeRule.Exec(["redis-cli", "-e", "ping"], TimeSpan.FromSeconds(10), 3))
                .Readiness(ProbeRule.Exec(["redis-cli", "-e", "ping"], TimeSpan.FromSeconds(5), 3)),
            Security = new SecurityPolicy().RunAs(999),
        };
    }

    private static WorkloadModel New(IResource resource, string name, string image) => new()
    {
        Resource = resource,
        ContainerName = name,
        Component = name,
        Image = image,
        Command = [],
        Arguments = [],
        Variables = [],
        Ports = [],
        Volumes = [],
        References = [],
        Places = new Dictionary<Type, SourceLocation> { [typeof(WorkloadPolicy)] = new("Program.cs", 7) },
    };

    private static ProbesPolicy Probes(string alive, string ready) => new ProbesPolicy()
        .Liveness(ProbeRule.Get(alive, TimeSpan.FromSeconds(10), 3))
        .Readiness(ProbeRule.Get(ready, TimeSpan.FromSeconds(5), 2))
        .Startup(ProbeRule.Get(alive, TimeSpan.FromSeconds(5), 30));

    private static T In<T>(T policy, string? environment)
        where T : Policy<T>, new()
    {
        if (environment is not null)
        {
            policy.Apply(environment);
        }

        return policy;
    }
}

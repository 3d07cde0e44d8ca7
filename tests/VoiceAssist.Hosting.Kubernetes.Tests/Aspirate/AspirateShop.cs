using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Hosting.Kubernetes.Aspirate;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;
using VoiceAssist.Hosting.Kubernetes.Publishing;
using VoiceAssist.Hosting.Kubernetes.Reading;
using VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Aspirate;

/// <summary>An app of two projects with http and https, Postgres and Redis, and the base that aspirate writes for its manifest.</summary>
internal static class AspirateShop
{
    public const string Secret = "pa55-word";

    public static readonly string[] Environments = ["dev", "prod"];

    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["db-password"] = Secret + "-db",
        ["cache-password"] = Secret + "-cache",
        ["apikey"] = Secret + "-key",
    };

    public static void Build(IDistributedApplicationBuilder builder)
    {
        var orders = builder.AddPostgres("db").WithDataVolume("db-data")
            .WithResources(r => r.Cpu("1", "2").Memory("2Gi", "4Gi"))
            .WithStorage(s => s.Size("10Gi").In("prod", p => p.Size("50Gi")))
            .WithProbes(p => p.Readiness(ProbeRule.Exec(["pg_isready"], TimeSpan.FromSeconds(5), 2)))
            .AddDatabase("orders");
        var cache = builder.AddRedis("cache").WithResources(r => r.Cpu("250m", "500m").Memory("256Mi", "512Mi"));
        builder.AddContainer("shop-mail", "docker.io/example/mail", "1.0")
            .WithVolume("/spool")
            .WithEnvironment("QUEUE", "/spool")
            .WithSecurity(s => s.RunAs(1000))
            .WithResources(r => r.Cpu("100m", "200m").Memory("64Mi", "128Mi"));
        var worker = builder.AddProject<SampleProject>("worker", launchProfileName: null)
            .WithHttpEndpoint()
            .WithHttpsEndpoint()
            .WithReference(orders)
            .WithReference(cache)
            .WithEnvironment("API_KEY", builder.AddParameter("apikey", secret: true))
            .WithEnvironment("GREETING", "a<b & \"c\"")
            .WithResources(r => r.Cpu("500m", "1").Memory("256Mi", "1Gi"));
        builder.AddProject<SampleProject>("web", launchProfileName: null)
            .WithHttpEndpoint(targetPort: 8000)
            .WithHttpsEndpoint()
            .WithExternalHttpEndpoints()
            .WithReference(worker)
            .WithReference(cache)
            .WithClusterConfiguration(c => c.FromSetting("LOG_LEVEL"))
            .WithResources(r => r.Cpu("500m", "2").Memory("512Mi", "2Gi").In("dev", d => d.Cpu("250m", "1")))
            .WithHorizontalScaling(s => s.Replicas(2, 10).CpuUtilization(70).In("dev", d => d.Replicas(1, 3)))
            .WithVerticalRecommendation(v => v.Cpu("250m", "4").Memory("256Mi", "4Gi"))
            .WithDisruptionBudget(d => d.MinAvailable(1).In("dev", e => e.MinAvailable(0)))
            .WithProbes(p => p
                .Liveness(ProbeRule.Get("/health", TimeSpan.FromSeconds(10), 3))
                .Readiness(ProbeRule.Get("/ready", TimeSpan.FromSeconds(5), 2))
                .Startup(ProbeRule.Get("/health", TimeSpan.FromSeconds(5), 30)))
            .WithShutdown(s => s.Takes("requests in flight", TimeSpan.FromSeconds(20)))
            .WithRollout(r => r.Rolling("1", "0"))
            .WithSpread(s => s.Across("kubernetes.io/hostname"))
            .WithMonitoring(m => m.Scrape("/metrics"));
        builder.AddKubernetesManifests("shop", SampleModel.Cluster);
    }

    /// <summary>The files that aspirate writes for the app's manifest.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> GenerateAsync()
    {
        using var directory = new TemporaryDirectory();
        var builder = Builder("--publisher", "manifest", "--output-path", directory.Full("manifest.json"));
        await using var app = builder.Build();
        await app.RunAsync(TestContext.Current.CancellationToken);
        return AspirateGenerator.Generate(JsonNode.Parse(await File.ReadAllTextAsync(directory.Full("manifest.json"), TestContext.Current.CancellationToken))!, Parameters);
    }

    /// <summary>The base below a directory, and the plans that stand on it.</summary>
    public static async Task<(AspirateBase Base, IReadOnlyList<EnvironmentPlan> Plans)> ReadAsync(string directory)
    {
        var builder = Builder("--operation", "publish", "--step", "publish");
        await using var app = builder.Build();
        var contexts = await new ModelReader(app.Services.GetRequiredService<DistributedApplicationModel>(), builder.ExecutionContext).ReadAsync(TestContext.Current.CancellationToken);
        var @base = AspirateReader.Read(directory, [.. contexts[0].Workloads.Select(w => w.Name)]);
        return (@base, [.. contexts.Select(Publication.OnAspirate).Select(new EnvironmentPlanner(Planners.All).Plan)]);
    }

    /// <summary>The tree beside <c>aspirate/</c>, written to <c>k8s/</c>.</summary>
    public static async Task<TemporaryDirectory> PublishAsync(Action<IDictionary<string, string>>? change = null)
    {
        var files = new Dictionary<string, string>(await GenerateAsync(), StringComparer.Ordinal);
        change?.Invoke(files);
        var directory = new TemporaryDirectory().With(files.Select(f => KeyValuePair.Create("aspirate/" + f.Key, f.Value)));
        var (@base, plans) = await ReadAsync(directory.Full("aspirate"));
        return directory.With(PublishedTree.Of(plans, @base.Under(directory.Full("k8s"))).Select(f => KeyValuePair.Create("k8s/" + f.Key, f.Value)));
    }

    public static IDistributedApplicationBuilder Builder(params string[] arguments)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = arguments, DisableDashboard = true });
        Build(builder);
        return builder;
    }
}

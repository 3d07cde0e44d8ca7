using VoiceAssist.Hosting.Kubernetes.Policies;
using VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Foreign;

/// <summary>An app that has nothing to do with this repository: three web projects of its own and a RabbitMQ container.</summary>
/// <param name="directory">Where its projects are.</param>
internal sealed class ForeignShop(TemporaryDirectory directory)
{
    private const string ProjectFile = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    public static readonly string[] Environments = ["test", "live"];

    public void Build(IDistributedApplicationBuilder builder)
    {
        var password = builder.AddParameter("broker-password", secret: true);
        var broker = builder.AddContainer("broker", "rabbitmq", "4.1-management")
            .WithEndpoint(targetPort: 5672, name: "amqp")
            .WithEndpoint(targetPort: 15692, name: "metrics", scheme: "http")
            .WithEnvironment("RABBITMQ_DEFAULT_PASS", password)
            .WithVolume("broker-data", "/var/lib/rabbitmq")
            .WithStorage(s => s.Size("5Gi").In("live", l => l.Size("20Gi")))
            .WithResources(r => r.Cpu("500m", "1").Memory("512Mi", "1Gi"))
            .WithDisruptionBudget(b => b.MinAvailable(1).BlocksDrain("The only pod holds the queues."))
            .WithMonitoring(m => m
                .Scrape("/metrics", "metrics")
                .Exports(new("orders_waiting", ScalingMetricSource.External, "rabbitmq_queue_messages_ready", "max(rabbitmq_queue_messages_ready{$selector})")
                {
                    Labels = new Dictionary<string, string> { ["queue"] = "orders" },
                }));
        var connection = builder.AddConnectionString("orders", ReferenceExpression.Create(
            $"amqp://guest:{password}@{broker.GetEndpoint("amqp").Property(EndpointProperty.HostAndPort)}"));

        var catalog = AddWeb(builder, "catalog").WithHorizontalScaling(s => s.Replicas(2, 6).CpuUtilization(70));
        var basket = AddWeb(builder, "basket")
            .WithReference(connection)
            .WithHorizontalScaling(s => s.Replicas(1, 4).ExternalMetric("orders_waiting", ScalingTarget.Average("20")).In("live", l => l.Replicas(2, 8)));
        AddWeb(builder, "front")
            .WithExternalHttpEndpoints()
            .WithReference(catalog)
            .WithReference(basket)
            .WithHorizontalScaling(s => s.Replicas(2, 10).CpuUtilization(70).MemoryUtilization(80))
            .WithVerticalRecommendation(v => v.Cpu("100m", "2").Memory("128Mi", "2Gi"))
            .WithExposure(e => e.Off().In("live", l => l.Ingress("shop.example.org", "nginx")));

        builder.AddKubernetesManifests("shop", c => c
            .Publishes(Environments)
            .Images("registry.example.org/shop", "2.3")
            .Setting("LOG_LEVEL", "info")
            .In("live", l => l.Setting("LOG_LEVEL", "warn").Alert()));
    }

    private IResourceBuilder<ProjectResource> AddWeb(IDistributedApplicationBuilder builder, string name)
    {
        var file = $"{name}/{name}.csproj";
        directory.With([new(file, ProjectFile)]);
        return builder.AddProject(name, directory.Full(file), launchProfileName: null)
            .WithHttpEndpoint(targetPort: 8080)
            .WithClusterConfiguration(c => c.FromSetting("LOG_LEVEL"))
            .WithResources(r => r.Cpu("250m", "1").Memory("256Mi", "512Mi").In("live", l => l.Cpu("500m", "2")))
            .WithDisruptionBudget(b => b.MinAvailable(0, "a single pod may be interrupted").In("live", l => l.MinAvailable(1)))
            .WithProbes(p => p.Liveness(ProbeRule.Get("/alive", FiveSeconds, 3)).Readiness(ProbeRule.Get("/ready", FiveSeconds, 2)));
    }
}

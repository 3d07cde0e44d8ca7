using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Readme;

/// <summary>The app host that the README shows.</summary>
internal static class Example
{
    public static DistributedApplication Build(string[] args)
    {
        #region README
        var builder = DistributedApplication.CreateBuilder(args);

        var broker = builder.AddContainer("broker", "rabbitmq", "4.1")
            .WithEndpoint(targetPort: 5672, name: "amqp")
            .WithResources(r => r.Cpu("500m", "1").Memory("512Mi", "1Gi"));

        builder.AddContainer("web", "registry.example.org/shop/web", "1.4.2")
            .WithHttpEndpoint(targetPort: 8080)
            .WithExternalHttpEndpoints()
            .WithReference(broker.GetEndpoint("amqp"))
            .WithResources(r => r.Cpu("250m", "1", because: "A quarter of a core serves 50 requests a second.").Memory("256Mi", "512Mi"))
            .WithHorizontalScaling(s => s.Replicas(2, 6).CpuUtilization(70).In("prod", p => p.Replicas(3, 12)))
            .WithDisruptionBudget(b => b.MinAvailable(1))
            .WithProbes(p => p.Readiness(ProbeRule.Get("/ready", TimeSpan.FromSeconds(5), 2)))
            .WithExposure(e => e.Off().In("prod", p => p.Ingress("shop.example.org")));

        builder.AddKubernetesManifests("shop", cluster => cluster.Publishes("staging", "prod").Setting("LOG_LEVEL", "info"));
        #endregion

        return builder.Build();
    }
}

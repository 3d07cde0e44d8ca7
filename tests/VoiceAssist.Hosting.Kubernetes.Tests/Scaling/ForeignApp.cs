using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

/// <summary>An app that has nothing to do with VoiceAssist.</summary>
internal static class ForeignApp
{
    public static EnvironmentContext Environment(Action<IDistributedApplicationBuilder> build, Action<ClusterPolicy>? cluster = null, string? environment = null) =>
        MissionEnvironments.Read(
            builder =>
            {
                PolicyResolver.Add<ClusterResource, ClusterPolicy>(builder.AddResource(new ClusterResource("cluster", "shop")), policy => cluster?.Invoke(policy), "Shop.cs", 1);
                build(builder);
            },
            environment);

    /// <summary>A web front and a consumer of a broker's queue.</summary>
    public static void Shop(IDistributedApplicationBuilder builder)
    {
        builder.AddContainer("broker", "rabbitmq", "4")
            .WithResources(r => r.Cpu("500m", "1").Memory("512Mi", "1Gi"))
            .WithMonitoring(m => m
                .Scrape("/metrics", "metrics")
                .Exports(new("orders_waiting", ScalingMetricSource.External, "rabbitmq_queue_messages_ready", "max(rabbitmq_queue_messages_ready{$selector})")
                {
                    Labels = new Dictionary<string, string> { ["queue"] = "orders" },
                }));
        builder.AddContainer("front", "shop/front", "1.0")
            .WithResources(r => r.Cpu("250m", "1").Memory("256Mi", "512Mi"))
            .WithHorizontalScaling(s => s.Replicas(2, 6).CpuUtilization(70))
            .WithDisruptionBudget(b => b.MinAvailable(1));
        builder.AddContainer("packer", "shop/packer", "1.0")
            .WithResources(r => r.Cpu("250m", "1").Memory("256Mi", "512Mi"))
            .WithHorizontalScaling(s => s.Replicas(1, 4).ExternalMetric("orders_waiting", ScalingTarget.Average("20")));
    }
}

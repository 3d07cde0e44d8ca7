using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

/// <summary>An app that has nothing to do with this project: three web projects and a RabbitMQ container.</summary>
public class ForeignModelTests
{
    [Fact]
    public async Task It_is_published_without_any_name_of_ours()
    {
        var yaml = (await TestModel.ReadBaseAsync(AddShop)).Plan().ToYaml();

        Assert.DoesNotContain("voiceassist", yaml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Its_workloads_are_complete()
    {
        var objects = (await TestModel.ReadBaseAsync(AddShop)).Plan();

        Assert.Equal(["basket", "catalog", "frontend"], objects.Select(o => o.Object).OfType<V1Deployment>().Select(d => d.Metadata.Name).Order());
        var broker = objects.Find<V1StatefulSet>("broker").Spec.Template.Spec;
        Assert.Equal((999, 999), (broker.SecurityContext.RunAsUser, broker.SecurityContext.FsGroup));
        Assert.Equal(["/var/lib/rabbitmq", "/var/log/rabbitmq"], broker.Containers[0].VolumeMounts.Select(m => m.MountPath));
        Assert.Equal("amqp://guest:$(BROKER_PASSWORD)@broker:5672", objects.Find<V1Deployment>("basket").Spec.Template.Spec.Containers[0].Env.Single(e => e.Name == "ConnectionStrings__broker").Value);
    }

    [Fact]
    public async Task Its_network_is_what_its_references_say()
    {
        var objects = (await TestModel.ReadBaseAsync(AddShop)).Plan();

        Assert.Equal(["basket", "catalog"], Targets("frontend"));
        Assert.Equal(["broker"], Targets("basket"));
        Assert.Equal([], Targets("catalog"));

        IEnumerable<string> Targets(string workload) => (objects.Find<V1NetworkPolicy>(workload).Spec.Egress ?? []).Select(e => e.To.Single().PodSelector.MatchLabels[Labels.Name]);
    }

    internal static void AddShop(IDistributedApplicationBuilder builder)
    {
        var password = builder.AddUntouchable("broker-password");
        var broker = builder.AddContainer("broker", "rabbitmq", "4.1-management")
            .WithEndpoint(targetPort: 5672, name: "amqp")
            .WithEnvironment("RABBITMQ_DEFAULT_PASS", password)
            .WithVolume("broker-data", "/var/lib/rabbitmq")
            .WithStorage(s => s.Size("5Gi"));
        var connection = builder.AddConnectionString("broker-connection", ReferenceExpression.Create(
            $"amqp://guest:{password}@{broker.GetEndpoint("amqp").Property(EndpointProperty.HostAndPort)}"));
        var catalog = builder.AddTestProject("catalog").WithHttpEndpoint().WithHttpsEndpoint();
        var basket = builder.AddTestProject("basket").WithHttpEndpoint().WithHttpsEndpoint().WithReference(connection, connectionName: "broker");
        builder.AddTestProject("frontend").WithHttpEndpoint().WithHttpsEndpoint().WithExternalHttpEndpoints().WithReference(catalog).WithReference(basket);
    }
}

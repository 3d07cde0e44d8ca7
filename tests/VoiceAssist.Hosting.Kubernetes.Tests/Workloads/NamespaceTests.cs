using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

public class NamespaceTests
{
    [Fact]
    public async Task The_namespace_carries_its_pod_security_level()
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddTestProject("web"));
        var labels = context.Plan().Find<V1Namespace>("shop").Metadata.Labels;

        Assert.Equal(
            [("audit", "restricted"), ("audit-version", "latest"), ("enforce", "restricted"), ("enforce-version", "v1.27"), ("warn", "restricted"), ("warn-version", "latest")],
            labels.Where(l => l.Key.StartsWith("pod-security", StringComparison.Ordinal)).Select(l => (l.Key.Split('/')[1], l.Value)).Order());
    }

    [Fact]
    public async Task Settings_are_a_generated_config_map_with_reasons()
    {
        var context = await TestModel.ReadBaseAsync(
            b => b.AddTestProject("web").WithClusterConfiguration(c => c.FromSetting("LOG_LEVEL")),
            c => c.SettingsIn("web-config").Setting("LOG_LEVEL", "info", because: "errors and starts are enough"));
        var objects = context.Plan();
        var settings = objects.Single(o => o.Object is V1ConfigMap);

        Assert.True(settings.IsGenerated);
        Assert.Equal("errors and starts are enough", settings.Comments["data/LOG_LEVEL"]);
        Assert.Equal("info", ((V1ConfigMap)settings.Object).Data["LOG_LEVEL"]);
        var source = objects.Find<V1Deployment>("web").Spec.Template.Spec.Containers[0].Env.Single(e => e.Name == "LOG_LEVEL").ValueFrom.ConfigMapKeyRef;
        Assert.Equal(("web-config", "LOG_LEVEL"), (source.Name, source.Key));
    }

    [Fact]
    public async Task A_workload_without_ports_has_no_service()
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddTestProject("worker"));

        Assert.DoesNotContain(context.Plan(), o => o.Object is V1Service);
    }

    [Fact]
    public async Task A_stateful_set_without_ports_names_a_headless_service()
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddContainer("box", "box", "1").WithVolume("Box.Data", "/data").WithStorage(s => s.Size("1Gi")));
        var objects = context.Plan();

        Assert.Equal("None", objects.Find<V1Service>("box").Spec.ClusterIP);
        Assert.Equal("box-data", objects.Find<V1StatefulSet>("box").Spec.VolumeClaimTemplates.Single().Metadata.Name);
    }

    [Fact]
    public async Task Ports_go_by_name()
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddContainer("broker", "broker", "1").WithEndpoint(targetPort: 5672, name: "amqp").WithHttpEndpoint(targetPort: 15672, name: "management"));

        Assert.Equal(
            [("amqp", 5672, "amqp", "TCP"), ("management", 15672, "management", "TCP")],
            context.Plan().Find<V1Service>("broker").Spec.Ports.Select(p => (p.Name, p.Port, p.TargetPort.Value, p.Protocol)));
    }

    [Fact]
    public async Task Each_environment_has_its_own_way_in()
    {
        var contexts = await TestModel.ReadAsync(
            b => b.AddTestProject("web").WithHttpEndpoint().WithExternalHttpEndpoints().WithExposure(e => e
                .Ingress("shop.example", "nginx", "shop-tls")
                .In("dev", d => d.Off())
                .In("prod", p => p.HttpRoute("shop.example", "edge/public"))),
            c => c.Publishes("dev", "prod"));

        var ingress = contexts[0].Plan().Single(o => o.Object is V1Ingress);
        var spec = ((V1Ingress)ingress.Object).Spec;
        Assert.Equal(("ingress", "ingress.yaml"), (ingress.Component, ingress.File));
        Assert.Equal(("nginx", "shop.example", "shop-tls"), (spec.IngressClassName, spec.Rules.Single().Host, spec.Tls.Single().SecretName));
        Assert.Equal(("web", "http"), (spec.Rules[0].Http.Paths.Single().Backend.Service.Name, spec.Rules[0].Http.Paths[0].Backend.Service.Port.Name));

        Assert.DoesNotContain(contexts[1].Plan(), o => o.Component == "ingress");

        var route = contexts[2].Plan().Find<HttpRoute>("web");
        Assert.Equal(("edge", "public"), (route.Spec.ParentRefs!.Single().Namespace, route.Spec.ParentRefs![0].Name));
        Assert.Equal(("web", 8080), (route.Spec.Rules!.Single().BackendRefs!.Single().Name, route.Spec.Rules![0].BackendRefs![0].Port));
        Assert.DoesNotContain(contexts[2].Plan(), o => o.Object is V1Ingress);
    }

    [Fact]
    public async Task Only_the_paths_that_are_named_are_reached_from_outside()
    {
        var contexts = await TestModel.ReadAsync(
            b => b.AddTestProject("web").WithHttpEndpoint().WithExternalHttpEndpoints().WithExposure(e => e
                .Paths("/v1", "/docs")
                .Ingress("shop.example")
                .In("prod", p => p.HttpRoute("shop.example", "edge"))),
            c => c.Publishes("prod"));

        Assert.Equal(["/v1", "/docs"], contexts[0].Plan().Find<V1Ingress>("web").Spec.Rules[0].Http.Paths.Select(p => p.Path));
        Assert.Equal(["/v1", "/docs"], contexts[1].Plan().Find<HttpRoute>("web").Spec.Rules!.Single().Matches!.Select(m => m.Path!.Value));
        Assert.Throws<ArgumentException>(() => new ExposurePolicy().Paths("v1"));
    }

    [Fact]
    public async Task Every_object_is_complete_and_in_the_environments_namespace()
    {
        var contexts = await TestModel.ReadAsync(ForeignModelTests.AddShop, c => c.Publishes("prod"));

        foreach (var planned in contexts[1].Plan())
        {
            Assert.NotEmpty(planned.Object.ApiVersion);
            Assert.NotEmpty(planned.Object.Kind);
            Assert.True(Names.IsLabel(planned.Object.Metadata.Name));
            Assert.Equal("shop", planned.Object.Metadata.Labels["app.kubernetes.io/part-of"]);
            Assert.Equal(planned.Object is V1Namespace ? null : "shop-prod", planned.Object.Metadata.NamespaceProperty);
        }
    }
}

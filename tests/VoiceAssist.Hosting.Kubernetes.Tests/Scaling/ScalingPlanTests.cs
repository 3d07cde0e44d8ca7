using k8s;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

/// <summary>What holds for all objects of scaling and monitoring together.</summary>
public class ScalingPlanTests
{
    [Theory]
    [InlineData(MetricsBackend.PrometheusAdapter)]
    [InlineData(MetricsBackend.Keda)]
    public void A_foreign_app_has_no_name_of_ours_in_it(MetricsBackend backend)
    {
        var environment = ForeignApp.Environment(ForeignApp.Shop, c => c.Metrics(backend).Alert());
        var texts = MissionEnvironments.Plan(environment).Objects.Select(o => KubernetesJson.Serialize(o.Object) + string.Join('\n', o.Comments.Values))
            .Concat(MonitoringFiles.Of([environment]).Select(f => f.Text));

        Assert.All(texts, t => Assert.DoesNotContain("voiceassist", t, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Objects_of_the_namespace_stand_in_it_and_carry_the_apps_labels() => Assert.All(MissionEnvironments.Names, environment =>
    {
        var context = MissionEnvironments.Of(environment);
        Assert.All(MissionEnvironments.Plan(context).Objects.Where(o => o.Component != "metrics-server"), o =>
        {
            Assert.Equal(context.Namespace, o.Object.Metadata.NamespaceProperty);
            Assert.Equal("voiceassist", o.Object.Metadata.Labels[Labels.PartOf]);
        });
    });

    [Fact]
    public void Only_metadata_names_the_namespace() => Assert.All(MissionEnvironments.Plan("prod", c => c.Metrics(MetricsBackend.Keda)).Objects, o =>
    {
        var json = KubernetesJson.Serialize(o.Object);
        Assert.Equal(1, json.Split("voiceassist-prod").Length - 1);
    });

    [Fact]
    public void Every_comment_stands_over_something_that_is_there() => Assert.All(MissionEnvironments.Plan("prod").Objects, o =>
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(KubernetesJson.Serialize(o.Object))!;
        Assert.All(o.Comments.Keys, path => Assert.NotNull(path.Split('/').Aggregate(
            (System.Text.Json.Nodes.JsonNode?)json,
            (node, step) => node is System.Text.Json.Nodes.JsonArray list ? list[int.Parse(step)] : node?[step])));
    });

    [Theory]
    [InlineData(MetricsBackend.PrometheusAdapter)]
    [InlineData(MetricsBackend.Keda)]
    public void Every_object_survives_being_written_and_read(MetricsBackend backend) => Assert.All(MissionEnvironments.Plan("prod", c => c.Metrics(backend)).Objects, o =>
    {
        var json = KubernetesJson.Serialize(o.Object);
        Assert.Equal(json, KubernetesJson.Serialize(Read(o.Object, json)));
    });

    [Fact]
    public void The_update_mode_is_text_that_is_written_in_quotes() =>
        Assert.Contains("updateMode: \"Off\"", KubernetesYaml.Serialize(MissionEnvironments.Plan("prod").Of<VerticalPodAutoscaler>().First()), StringComparison.Ordinal);

    private static object Read(IKubernetesObject<V1ObjectMeta> planned, string json) => planned switch
    {
        VerticalPodAutoscaler => KubernetesJson.Deserialize<VerticalPodAutoscaler>(json),
        ServiceMonitor => KubernetesJson.Deserialize<ServiceMonitor>(json),
        PrometheusRule => KubernetesJson.Deserialize<PrometheusRule>(json),
        KedaScaledObject => KubernetesJson.Deserialize<KedaScaledObject>(json),
        V2HorizontalPodAutoscaler => KubernetesJson.Deserialize<V2HorizontalPodAutoscaler>(json),
        V1PodDisruptionBudget => KubernetesJson.Deserialize<V1PodDisruptionBudget>(json),
        V1ResourceQuota => KubernetesJson.Deserialize<V1ResourceQuota>(json),
        _ => KubernetesJson.Deserialize<V1LimitRange>(json),
    };
}

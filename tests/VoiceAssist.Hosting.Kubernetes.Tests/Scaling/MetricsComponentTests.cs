using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

public class MetricsComponentTests
{
    [Theory]
    [InlineData(MetricsBackend.PrometheusAdapter)]
    [InlineData(MetricsBackend.Keda)]
    public void Only_processor_and_memory_remain_whoever_served_the_others(MetricsBackend backend)
    {
        var reduced = MetricsComponent.ResourceOnly.Of(MissionEnvironments.Plan("prod", c => c.Metrics(backend)));

        Assert.Equal(
            ["voiceassist-server-hpa: cpu 65, memory 75", "voiceassist-worker-hpa: cpu 75, memory 85"],
            reduced.Select(r => (V2HorizontalPodAutoscaler)r.Replacement!.Object)
                .Select(a => $"{a.Metadata.Name}: {string.Join(", ", a.Spec.Metrics.Select(m => $"{m.Resource.Name} {m.Resource.Target.AverageUtilization}"))}")
                .Order());
    }

    [Fact]
    public void Bounds_pace_and_target_stay_as_they_are()
    {
        var given = MissionEnvironments.Plan("prod").Of<V2HorizontalPodAutoscaler>().First();

        var reduced = MetricsComponent.ResourceOnly.Reduce(given)!;

        Assert.Equal((given.Spec.MinReplicas, given.Spec.MaxReplicas), (reduced.Spec.MinReplicas, reduced.Spec.MaxReplicas));
        Assert.Same(given.Spec.Behavior, reduced.Spec.Behavior);
        Assert.Same(given.Spec.ScaleTargetRef, reduced.Spec.ScaleTargetRef);
        Assert.Equal(3, given.Spec.Metrics.Count);
    }

    [Fact]
    public void A_comment_moves_with_its_metric()
    {
        var plan = MissionEnvironments.Plan(ForeignApp.Environment(b => b.AddContainer("web", "web", "1").WithHorizontalScaling(s => s
            .Replicas(1, 3).PodsMetric("sessions", "30", "first").CpuUtilization(70, "second"))));

        var replacement = Assert.Single(MetricsComponent.ResourceOnly.Of(plan)).Replacement!;

        Assert.Equal("second", replacement.Comments["spec/metrics/0"]);
        Assert.DoesNotContain("spec/metrics/1", replacement.Comments.Keys);
        Assert.Contains("spec/minReplicas", replacement.Comments.Keys);
    }

    [Fact]
    public void Nothing_remains_of_an_autoscaler_without_resource_metrics() =>
        Assert.Null(MetricsComponent.ResourceOnly.Of(MissionEnvironments.Plan(ForeignApp.Environment(ForeignApp.Shop))).Single(r => r.Original.Object.Metadata.Name == "packer-hpa").Replacement);

    [Fact]
    public void An_autoscaler_with_resource_metrics_only_is_not_touched() =>
        Assert.DoesNotContain(MetricsComponent.ResourceOnly.Of(MissionEnvironments.Plan(ForeignApp.Environment(ForeignApp.Shop))), r => r.Original.Object.Metadata.Name == "front-hpa");

    [Theory]
    [InlineData("without-custom-metrics", "cpu, memory", "cpu, memory, External, External")]
    [InlineData("without-external-metrics", "cpu, memory, Pods", "cpu, memory")]
    [InlineData("resource-metrics-only", "cpu, memory", "cpu, memory")]
    public void What_the_other_API_serves_stays(string name, string gateway, string worker)
    {
        var plan = MissionEnvironments.Plan("prod");
        var component = MetricsComponent.All.Single(c => c.Name == name);

        var metrics = plan.Of<V2HorizontalPodAutoscaler>().ToDictionary(a => a.Metadata.Name, a => string.Join(", ", component.Reduce(a)!.Spec.Metrics.Select(m => m.Resource?.Name ?? m.Type)));

        Assert.Equal((gateway, worker), (metrics["voiceassist-server-hpa"], metrics["voiceassist-worker-hpa"]));
    }

    [Fact]
    public void A_scaled_object_stays_where_external_metrics_are() =>
        Assert.All(MetricsComponent.WithoutCustom.Of(MissionEnvironments.Plan("prod", c => c.Metrics(MetricsBackend.Keda))), r => Assert.IsType<V2HorizontalPodAutoscaler>(r.Original.Object));

    [Fact]
    public void Optional_kinds_are_those_of_the_vertical_autoscaler_and_of_Prometheus_operator() => Assert.Equal(
        ["without-prometheus-operator: PrometheusRule 1, ServiceMonitor 2", "without-vpa: VerticalPodAutoscaler 4"],
        CrdComponent.All.Select(c => $"{c.Name}: {string.Join(", ", c.Deleted(MissionEnvironments.Plan("prod")).GroupBy(o => o.Object.Kind).Select(g => $"{g.Key} {g.Count()}").Order())}"));
}

using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

public class ScaledObjectPlannerTests
{
    private static EnvironmentPlan Prod => MissionEnvironments.Plan("prod", c => c.Metrics(MetricsBackend.Keda));

    [Fact]
    public void Keda_scales_the_workload_with_external_metrics_and_an_autoscaler_of_ours_the_other()
    {
        Assert.Equal(["voiceassist-server-hpa"], Prod.Of<V2HorizontalPodAutoscaler>().Select(a => a.Metadata.Name));
        Assert.Equal(["voiceassist-worker"], Prod.Of<KedaScaledObject>().Select(a => a.Metadata.Name));
    }

    [Fact]
    public void The_triggers_are_the_policys_metrics_in_their_order()
    {
        var triggers = Assert.Single(Prod.Of<KedaScaledObject>()).Spec.Triggers;

        Assert.Equal(["cpu Utilization", "memory Utilization", "prometheus AverageValue", "prometheus Value"], triggers.Select(t => $"{t.Type} {t.MetricType}"));
        Assert.Equal("75", triggers[0].Metadata["value"]);
        Assert.Equal("50", triggers[2].Metadata["threshold"]);
        Assert.Equal("http://prometheus-operated.monitoring.svc:9090", triggers[2].Metadata["serverAddress"]);
        Assert.Equal("false", triggers[2].Metadata["ignoreNullValues"]);
    }

    [Fact]
    public void A_shared_queue_is_asked_for_once_in_its_environment_and_without_a_namespace() => Assert.Equal(
        "max(voiceassist_queue_depth{queue=\"jobs\",application=\"voiceassist\",environment=\"prod\"})",
        Assert.Single(Prod.Of<KedaScaledObject>()).Spec.Triggers[2].Metadata["query"]);

    [Fact]
    public void Bounds_and_pace_are_the_autoscalers_and_it_keeps_its_name()
    {
        var spec = Assert.Single(Prod.Of<KedaScaledObject>()).Spec;
        var config = spec.Advanced!.HorizontalPodAutoscalerConfig;

        Assert.Equal((2, 8, "voiceassist-worker-hpa"), (spec.MinReplicaCount, spec.MaxReplicaCount, config.Name));
        Assert.Equal((30, 600), (config.Behavior!.ScaleUp.StabilizationWindowSeconds, config.Behavior.ScaleDown.StabilizationWindowSeconds));
    }

    [Fact]
    public void Without_Prometheus_nothing_is_scaled_down()
    {
        var fallback = Assert.Single(Prod.Of<KedaScaledObject>()).Spec.Fallback!;

        Assert.Equal((2, "currentReplicasIfHigher"), (fallback.Replicas, fallback.Behavior));
    }

    [Fact]
    public void There_is_no_fallback_where_Keda_would_refuse_it()
    {
        var plan = MissionEnvironments.Plan(ForeignApp.Environment(
            b => b.AddContainer("web", "web", "1").WithHorizontalScaling(s => s.Replicas(1, 3).CpuUtilization(70).ExternalMetric("age", ScalingTarget.Total("5"))),
            c => c.Metrics(MetricsBackend.Keda)));

        Assert.Null(Assert.Single(plan.Of<KedaScaledObject>()).Spec.Fallback);
    }

    [Fact]
    public void A_metric_of_an_object_beside_external_ones_is_refused_with_its_place()
    {
        var environment = ForeignApp.Environment(
            b => b.AddContainer("web", "web", "1").WithHorizontalScaling(s => s
                .Replicas(1, 3)
                .ObjectMetric("requests", new("networking.k8s.io/v1", "Ingress", "main"), ScalingTarget.Total("10"))
                .ExternalMetric("age", ScalingTarget.Total("5"))),
            c => c.Metrics(MetricsBackend.Keda));

        var refusal = Assert.Throws<NotSupportedException>(() => MissionEnvironments.Plan(environment));

        Assert.Contains("ScaledObjectPlannerTests.cs:", refusal.Message, StringComparison.Ordinal);
    }
}

using k8s.Models;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Validation;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

public class HorizontalPodAutoscalerPlannerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string?> Environments => [.. MissionEnvironments.Names];

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_API_server_would_take_every_autoscaler(string? environment) =>
        Assert.All(MissionEnvironments.Plan(environment).Of<V2HorizontalPodAutoscaler>(), a => Assert.Empty(HorizontalPodAutoscalerValidator.Validate(a)));

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_controller_scales_each_up_when_every_metric_is_twice_its_target(string? environment) =>
        Assert.All(MissionEnvironments.Plan(environment).Of<V2HorizontalPodAutoscaler>(), autoscaler =>
        {
            var spec = AutoscalerSpec.From(autoscaler);

            var (reconciler, state) = (new Reconciler(), new AutoscalerState());

            // The second pass comes when the longest window for scaling up is over.
            reconciler.Reconcile(spec, state, Observe(spec, spec.MinReplicas, factor: 2, Noon));
            var decision = reconciler.Reconcile(spec, state, Observe(spec, spec.MinReplicas, factor: 2, Noon.AddSeconds(31)));

            Assert.Null(decision.Error);
            Assert.InRange(decision.Desired, spec.MinReplicas + 1, spec.MaxReplicas);
        });

    [Fact]
    public void An_autoscaler_names_its_deployment_and_stands_in_its_namespace_and_file()
    {
        var planned = Planned(MissionEnvironments.Plan("prod"), "voiceassist-server-hpa");
        var autoscaler = (V2HorizontalPodAutoscaler)planned.Object;

        Assert.Equal(("autoscaling/v2", "HorizontalPodAutoscaler"), (autoscaler.ApiVersion, autoscaler.Kind));
        Assert.Equal(("apps/v1", "Deployment", "voiceassist-server"), (autoscaler.Spec.ScaleTargetRef.ApiVersion, autoscaler.Spec.ScaleTargetRef.Kind, autoscaler.Spec.ScaleTargetRef.Name));
        Assert.Equal(("voiceassist-prod", "api-gateway-hpa.yaml"), (autoscaler.Metadata.NamespaceProperty, planned.File));
    }

    [Fact]
    public void A_workload_with_volumes_is_scaled_as_stateful_set()
    {
        var plan = Foreign(b => b.AddContainer("store", "store", "1").WithVolume("data", "/data").WithHorizontalScaling(s => s.Replicas(1, 3).CpuUtilization(70)));

        Assert.Equal("StatefulSet", Assert.Single(plan.Of<V2HorizontalPodAutoscaler>()).Spec.ScaleTargetRef.Kind);
    }

    [Fact]
    public void Every_metric_source_of_the_API_can_be_written()
    {
        var metrics = Assert.Single(Foreign(b => b.AddContainer("web", "web", "1").WithHorizontalScaling(s => s
            .Replicas(1, 3)
            .ResourceAverage("memory", "500000000")
            .ContainerUtilization("sidecar", "cpu", 60)
            .PodsMetric("sessions", "30")
            .ObjectMetric("requests", new("networking.k8s.io/v1", "Ingress", "main"), ScalingTarget.Total("2000"))
            .ExternalMetric("orders", ScalingTarget.Average("0.5"), new Dictionary<string, string> { ["queue"] = "orders" })))
            .Of<V2HorizontalPodAutoscaler>()).Spec.Metrics;

        Assert.Equal(["Resource", "ContainerResource", "Pods", "Object", "External"], metrics.Select(m => m.Type));
        Assert.Equal("500M", metrics[0].Resource.Target.AverageValue.ToString());
        Assert.Equal(("sidecar", 60), (metrics[1].ContainerResource.Container, metrics[1].ContainerResource.Target.AverageUtilization));
        Assert.Equal("30", metrics[2].Pods.Target.AverageValue.ToString());
        Assert.Equal(("Ingress", "2k"), (metrics[3].ObjectProperty.DescribedObject.Kind, metrics[3].ObjectProperty.Target.Value.ToString()));
        Assert.Equal((500, "orders"), (Milli.From(metrics[4].External.Target.AverageValue), metrics[4].External.Metric.Selector.MatchLabels["queue"]));
    }

    [Fact]
    public void Percent_stands_before_pods_however_the_policy_is_written()
    {
        var up = Assert.Single(Foreign(b => b.AddContainer("web", "web", "1").WithHorizontalScaling(s => s
            .Replicas(1, 3).CpuUtilization(70)
            .ScaleUp(u => u.Pods(2, TimeSpan.FromSeconds(15)).Percent(50, TimeSpan.FromSeconds(15)))))
            .Of<V2HorizontalPodAutoscaler>()).Spec.Behavior.ScaleUp;

        Assert.Equal(["Percent", "Pods"], up.Policies.Select(p => p.Type));
        Assert.Null(up.StabilizationWindowSeconds);
        Assert.Null(up.SelectPolicy);
    }

    [Fact]
    public void What_a_policy_leaves_open_is_left_to_Kubernetes() =>
        Assert.Null(Assert.Single(Foreign(b => b.AddContainer("web", "web", "1").WithHorizontalScaling(s => s.Replicas(1, 3).CpuUtilization(70)))
            .Of<V2HorizontalPodAutoscaler>()).Spec.Behavior);

    [Theory]
    [InlineData("1.32", "HPAConfigurableTolerance")]
    [InlineData("1.33", "HPAConfigurableTolerance")]
    [InlineData("1.35", null)]
    public void A_tolerance_is_never_dropped_and_its_gate_is_named_while_it_is_off(string minimum, string? gate)
    {
        var planned = Assert.Single(
            Foreign(
                b => b.AddContainer("web", "web", "1").WithHorizontalScaling(s => s.Replicas(1, 3).CpuUtilization(70).ScaleUp(u => u.Tolerance(0.05m))),
                c => c.RequiresKubernetes(minimum)).Objects,
            o => o.Object is V2HorizontalPodAutoscaler);
        var autoscaler = (V2HorizontalPodAutoscaler)planned.Object;

        Assert.Equal(Milli.Parse("0.05"), Milli.From(autoscaler.Spec.Behavior.ScaleUp.Tolerance));
        Assert.Null(autoscaler.Spec.Behavior.ScaleDown);
        Assert.Equal(gate is not null, planned.Comments.TryGetValue("spec/behavior/scaleUp/tolerance", out var comment) && comment.Contains("HPAConfigurableTolerance", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_figure_has_a_comment_the_policys_own_where_it_gives_one()
    {
        var comments = Planned(MissionEnvironments.Plan(environment: null), "voiceassist-server-hpa").Comments;

        Assert.Equal("2 to 10 pods: two survive the loss of a node", comments["spec/minReplicas"]);
        Assert.Equal("leaves room for a burst until new pods are Ready", comments["spec/metrics/0"]);
        Assert.Equal("memory of the pods: 80 % of what they request.", comments["spec/metrics/1"]);
        Assert.Equal("Scales up at once.", comments["spec/behavior/scaleUp/stabilizationWindowSeconds"]);
        Assert.Equal("At most 10 % of the pods within 300 s.", comments["spec/behavior/scaleDown/policies/0"]);
        Assert.Equal("The policy that allows the smaller change counts.", comments["spec/behavior/scaleDown/selectPolicy"]);
    }

    private static EnvironmentPlan Foreign(Action<IDistributedApplicationBuilder> build, Action<ClusterPolicy>? cluster = null) =>
        MissionEnvironments.Plan(ForeignApp.Environment(build, cluster));

    private static PlannedObject Planned(EnvironmentPlan plan, string name) => plan.Objects.Single(o => o.Object.Metadata.Name == name);

    /// <summary>Ready pods whose every metric is a multiple of its target.</summary>
    private static Observation Observe(AutoscalerSpec spec, int replicas, int factor, DateTimeOffset now)
    {
        const long Request = 1_000_000;
        var pods = Enumerable.Range(0, replicas).Select(i => new PodObservation
        {
            Name = $"pod-{i}",
            Ready = new(true, Noon.AddHours(-1)),
            StartTime = Noon.AddHours(-1),
            Containers = [new("main", [new("cpu", Request), new("memory", Request)])],
        }).ToArray();
        return new()
        {
            Now = now,
            SpecReplicas = replicas,
            StatusReplicas = replicas,
            Pods = pods,
            Metrics = [.. spec.Metrics.Select(Metric)],
        };

        MetricObservation Metric(MetricSpec metric) => metric.Target.Kind switch
        {
            TargetKind.Utilization => Samples(Request * metric.Target.Amount * factor / 100),
            TargetKind.AverageValue when metric.Kind == MetricSourceKind.Pods => Samples(metric.Target.Amount * factor),
            TargetKind.AverageValue => MetricObservation.OfValues(metric.Target.Amount * factor * replicas),
            _ => MetricObservation.OfValues(metric.Target.Amount * factor),
        };

        MetricObservation Samples(long milli) => MetricObservation.OfPods([.. pods.Select(p => new PodSample(p.Name, milli, now.AddSeconds(-5), TimeSpan.FromSeconds(30)))]);
    }
}

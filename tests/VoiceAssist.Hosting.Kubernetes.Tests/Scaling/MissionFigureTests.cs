using k8s.Models;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Hosting.Kubernetes.Crds;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

/// <summary>The tables of MISSION.md, sections 2 to 5, cell by cell.</summary>
public class MissionFigureTests
{
    [Theory]
    [InlineData(null, MissionModel.Server, 2, 10, "cpu 70 %, memory 80 %, http_requests_per_second 100 each")]
    [InlineData("dev", MissionModel.Server, 1, 3, "cpu 80 %, memory 80 %, http_requests_per_second 100 each")]
    [InlineData("staging", MissionModel.Server, 2, 6, "cpu 70 %, memory 80 %, http_requests_per_second 100 each")]
    [InlineData("prod", MissionModel.Server, 3, 15, "cpu 65 %, memory 75 %, http_requests_per_second 100 each")]
    [InlineData(null, MissionModel.Worker, 1, 5, "cpu 80 %, memory 85 %, voiceassist_queue_depth 50 each, voiceassist_queue_oldest_age_seconds 60")]
    [InlineData("dev", MissionModel.Worker, 1, 2, "cpu 85 %, memory 85 %, voiceassist_queue_depth 50 each, voiceassist_queue_oldest_age_seconds 60")]
    [InlineData("staging", MissionModel.Worker, 1, 3, "cpu 80 %, memory 85 %, voiceassist_queue_depth 50 each, voiceassist_queue_oldest_age_seconds 60")]
    [InlineData("prod", MissionModel.Worker, 2, 8, "cpu 75 %, memory 85 %, voiceassist_queue_depth 50 each, voiceassist_queue_oldest_age_seconds 60")]
    public void An_autoscaler_has_its_bounds_and_its_metrics_in_their_order(string? environment, string workload, int min, int max, string metrics)
    {
        var spec = Autoscaler(environment, workload).Spec;

        Assert.Equal((min, max), (spec.MinReplicas, spec.MaxReplicas));
        Assert.Equal(metrics, string.Join(", ", spec.Metrics.Select(Text)));
    }

    [Theory]
    [InlineData(MissionModel.Server, "0 s, Max of 100 Percent/30 s, 2 Pods/30 s", "300 s, Min of 10 Percent/300 s, 1 Pods/300 s")]
    [InlineData(MissionModel.Worker, "30 s, Max of 50 Percent/60 s, 1 Pods/60 s", "600 s, Min of 10 Percent/600 s, 1 Pods/600 s")]
    public void Every_environment_scales_at_the_same_pace(string workload, string up, string down) => Assert.All(MissionEnvironments.Names, environment =>
    {
        var behavior = Autoscaler(environment, workload).Spec.Behavior;
        Assert.Equal((up, down), (Text(behavior.ScaleUp), Text(behavior.ScaleDown)));
    });

    [Theory]
    [InlineData(null, "3.25", "11.25")]
    [InlineData("dev", "2.0", "3.0")]
    [InlineData("staging", "3.25", "7.25")]
    [InlineData("prod", "7.5", "25.5")]
    public void The_processors_requested_idle_and_at_peak_add_up(string? environment, string idle, string peak)
    {
        var total = MissionEnvironments.Plan(environment).Capacity.Total;

        Assert.Equal((Cpu.Parse(idle), Cpu.Parse(peak)), (total.Idle.Requests.Cpu, total.Peak.Requests.Cpu));
    }

    [Fact]
    public void The_quota_admits_the_peak_with_rollout_and_stopping_pods() => Assert.All(MissionEnvironments.Names, environment =>
    {
        var plan = MissionEnvironments.Plan(environment);
        var hard = Assert.Single(plan.Of<V1ResourceQuota>()).Spec.Hard;

        Assert.True(Cpu.Parse(hard["requests.cpu"].ToString()) >= plan.Capacity.Total.Ceiling.Requests.Cpu);
        Assert.True(Cpu.Parse(hard["limits.cpu"].ToString()) >= plan.Capacity.Total.Ceiling.Limits.Cpu);
        Assert.True(Memory.Parse(hard["requests.memory"].ToString()) >= plan.Capacity.Total.Ceiling.Requests.Memory);
        Assert.True(Memory.Parse(hard["limits.memory"].ToString()) >= plan.Capacity.Total.Ceiling.Limits.Memory);
        Assert.True(int.Parse(hard["pods"].ToString()) >= plan.Capacity.Total.Ceiling.Pods);
    });

    [Theory]
    [InlineData(MissionModel.Server, "server", "250m / 256Mi", "4 / 4Gi")]
    [InlineData(MissionModel.Worker, "worker", "500m / 512Mi", "8 / 8Gi")]
    [InlineData(MissionModel.Postgres, "postgres", "500m / 1Gi", "8 / 16Gi")]
    [InlineData(MissionModel.Redis, "redis", "100m / 128Mi", "2 / 2Gi")]
    public void A_vertical_recommendation_keeps_within_its_bounds_everywhere(string workload, string container, string min, string max) => Assert.All(MissionEnvironments.Names, environment =>
    {
        var spec = MissionEnvironments.Plan(environment).Of<VerticalPodAutoscaler>().Single(v => v.Metadata.Name == $"{workload}-vpa").Spec;
        var policy = Assert.Single(spec.ResourcePolicy!.ContainerPolicies);

        Assert.Equal("Off", spec.UpdatePolicy!.UpdateMode);
        Assert.Equal((container, min, max), (policy.ContainerName, Text(policy.MinAllowed), Text(policy.MaxAllowed)));
        Assert.Equal(["cpu", "memory"], policy.ControlledResources);
        Assert.Equal("RequestsAndLimits", policy.ControlledValues);
    });

    [Theory]
    [InlineData(null, MissionModel.Server, 1, "IfHealthyBudget")]
    [InlineData("dev", MissionModel.Server, 0, "IfHealthyBudget")]
    [InlineData("prod", MissionModel.Server, 1, "IfHealthyBudget")]
    [InlineData("prod", MissionModel.Worker, 0, "AlwaysAllow")]
    [InlineData("prod", MissionModel.Postgres, 1, "IfHealthyBudget")]
    [InlineData("prod", MissionModel.Redis, 1, "AlwaysAllow")]
    public void A_budget_says_how_many_stay_and_which_may_always_go(string? environment, string workload, int minAvailable, string unhealthy)
    {
        var spec = MissionEnvironments.Plan(environment).Of<V1PodDisruptionBudget>().Single(b => b.Metadata.Name == $"{workload}-pdb").Spec;

        Assert.Equal(($"{minAvailable}", unhealthy), (spec.MinAvailable.Value, spec.UnhealthyPodEvictionPolicy));
        Assert.Equal(new Dictionary<string, string> { ["app.kubernetes.io/name"] = workload }, spec.Selector.MatchLabels);
    }

    [Fact]
    public void The_limit_range_bounds_containers_and_pods()
    {
        var limits = Assert.Single(MissionEnvironments.Plan("prod").Of<V1LimitRange>()).Spec.Limits;

        Assert.Equal(["Container", "Pod"], limits.Select(l => l.Type));
        Assert.Equal(
            ("1 / 1Gi", "100m / 128Mi", "50m / 64Mi", "8 / 16Gi", "16 / 32Gi"),
            (Text(limits[0].DefaultProperty), Text(limits[0].DefaultRequest), Text(limits[0].Min), Text(limits[0].Max), Text(limits[1].Max)));
    }

    private static V2HorizontalPodAutoscaler Autoscaler(string? environment, string workload) =>
        MissionEnvironments.Plan(environment).Of<V2HorizontalPodAutoscaler>().Single(a => a.Spec.ScaleTargetRef.Name == workload);

    private static string Text(V2MetricSpec metric) => metric switch
    {
        { Resource: { } resource } => $"{resource.Name} {resource.Target.AverageUtilization} %",
        { Pods: { } pods } => $"{pods.Metric.Name} {pods.Target.AverageValue} each",
        { External: { Target.AverageValue: { } average } external } => $"{external.Metric.Name} {average} each",
        { External: { } external } => $"{external.Metric.Name} {external.Target.Value}",
        _ => metric.Type,
    };

    private static string Text(V2HPAScalingRules rules) =>
        $"{rules.StabilizationWindowSeconds} s, {rules.SelectPolicy} of {string.Join(", ", rules.Policies.Select(p => $"{p.Value} {p.Type}/{p.PeriodSeconds} s"))}";

    private static string Text(IDictionary<string, ResourceQuantity> amounts) => $"{amounts["cpu"]} / {amounts["memory"]}";
}

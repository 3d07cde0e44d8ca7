using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>Makes <see cref="WorkloadDocument"/>s.</summary>
internal static class WorkloadDocuments
{
    public static WorkloadDocument Of(WorkloadModel workload, EnvironmentPlan plan) => new()
    {
        Name = workload.Name,
        Component = workload.Component,
        Kind = workload.IsStateful ? V1StatefulSet.KubeKind : V1Deployment.KubeKind,
        Container = workload.ContainerName,
        Image = workload.Image,
        MinReplicas = workload.Replicas.Min,
        MaxReplicas = workload.Replicas.Max,
        Requests = Amounts(workload, b => b.Low, b => b.Low),
        Limits = Amounts(workload, b => b.High, b => b.High),
        Ports = [.. workload.Ports.Select(p => new PortDocument(p.Name, p.Port, p.IsHttp, p.IsExternal))],
        Autoscaler = workload.Scaling is { } scaling ? Autoscaler(scaling, workload, plan) : null,
        Recommendation = workload.Recommendation is { } recommendation ? Recommendation(recommendation, workload) : null,
        DisruptionBudget = workload.Budget is { MinAvailablePods: { } pods } budget ? new($"{workload.Name}-pdb", pods.Value, budget.BlocksDrainBecause) : null,
        Liveness = Probe(workload.Probes.LivenessProbe),
        Readiness = Probe(workload.Probes.ReadinessProbe),
        Startup = Probe(workload.Probes.StartupProbe),
        Rollout = workload.Rollout is { } rollout ? new(rollout.IsRecreate, rollout.MaxSurge?.Value.ToString(), rollout.MaxUnavailable?.Value.ToString()) : null,
        GracePeriodSeconds = workload.Shutdown?.GracePeriod.TotalSeconds,
        StartSeconds = workload.Workload.StartTime?.Value.TotalSeconds,
        MetricsPath = workload.Monitoring?.Path,
        MetricsPort = workload.Monitoring?.Endpoint,
    };

    private static AmountsDocument? Amounts(WorkloadModel workload, Func<Bounds<Autoscaling.Quantities.Cpu>, Autoscaling.Quantities.Cpu> cpu, Func<Bounds<Autoscaling.Quantities.Memory>, Autoscaling.Quantities.Memory> memory) =>
        workload.Resources is { CpuBounds: { } cpus, MemoryBounds: { } memories } ? AmountsDocument.Of(new ResourceAmounts(cpu(cpus.Value), memory(memories.Value))) : null;

    private static AutoscalerDocument Autoscaler(HorizontalScalingPolicy scaling, WorkloadModel workload, EnvironmentPlan plan)
    {
        var planned = plan.Objects.FirstOrDefault(o => o.Object.Kind is "HorizontalPodAutoscaler" or "ScaledObject" && o.Object.Metadata.Name.StartsWith(workload.Name + "-", StringComparison.Ordinal))
            ?? plan.Objects.FirstOrDefault(o => o.Object.Kind == "ScaledObject" && o.Object.Metadata.Name == workload.Name);
        return new(
            planned?.Object.Metadata.Name ?? $"{workload.Name}-hpa",
            planned?.Object.Kind ?? V2HorizontalPodAutoscaler.KubeKind,
            [.. scaling.Metrics.Select(Metric)],
            Rules(scaling.Up),
            Rules(scaling.Down));
    }

    private static MetricDocument Metric(ScalingMetric metric) =>
        new(metric.Source.ToString(), metric.Name, metric.Target.Kind.ToString(), metric.Target.Quantity ?? metric.Target.Percent!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            Container = metric.Container,
            Selector = metric.Selector.Count == 0 ? null : metric.Selector,
        };

    private static RulesDocument Rules(ScalingRules rules) => new(
        rules.Window?.Value.TotalSeconds,
        rules.Selection?.ToString(),
        [.. rules.Steps.Select(s => new StepDocument(s.Kind.ToString(), s.Amount, s.Period.TotalSeconds))],
        rules.ToleratedRatio?.Value);

    private static RecommendationDocument Recommendation(VerticalRecommendationPolicy policy, WorkloadModel workload) => new(
        $"{workload.Name}-vpa",
        policy is { CpuBounds: { } cpu, MemoryBounds: { } memory } ? AmountsDocument.Of(new(cpu.Value.Low, memory.Value.Low)) : null,
        policy is { CpuBounds: { } cpuMax, MemoryBounds: { } memoryMax } ? AmountsDocument.Of(new(cpuMax.Value.High, memoryMax.Value.High)) : null);

    private static ProbeDocument? Probe(ProbeRule? rule) => rule is null ? null
        : new(rule.Path, rule.Path is null ? null : rule.Endpoint, rule.Command.Count == 0 ? null : rule.Command, rule.Period.TotalSeconds, rule.Failures);
}

using VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>The planners of scaling, capacity and monitoring, in the order of their objects within a file.</summary>
internal static class ScalingPlanners
{
    public static IReadOnlyList<IObjectPlanner> All { get; } =
    [
        new HorizontalPodAutoscalerPlanner(),
        new ScaledObjectPlanner(),
        new ServiceMonitorPlanner(),
        new VerticalPodAutoscalerPlanner(),
        new DisruptionBudgetPlanner(),
        new QuotaPlanner(),
        new LimitRangePlanner(),
        new AlertPlanner(),
        new MetricsServerPlanner(),
    ];
}

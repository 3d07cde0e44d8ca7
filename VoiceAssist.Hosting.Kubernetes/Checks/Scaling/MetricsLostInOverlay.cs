using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Scaling;

/// <summary>The metrics list is atomic in a merge: an environment must carry every metric of the base.</summary>
internal sealed class MetricsLostInOverlay : IPlanCheck
{
    public CheckDescription Description { get; } = new("VAK205", Severity.Error, "An environment's autoscaler lost a metric of the base")
    {
        Why = "The `metrics` list of an HPA is atomic in a strategic merge: a patch that carries only the CPU target silently drops memory and every custom metric. "
            + "The autoscaler then looks healthy and does not react to the load that matters.",
        Do = "Say only the figure that differs; the list that is published is always the whole one. An environment that must do without a metric should state it in the base as well.",
        Sample = "api.WithHorizontalScaling(s => s.CpuUtilization(70).MemoryUtilization(80).In(\"prod\", p => p.CpuUtilization(65)));",
        Source = "kubernetes/api autoscaling/v2/types.go (listType=atomic)",
    };

    public IEnumerable<Finding> Run(IReadOnlyList<EnvironmentPlan> plans)
    {
        if (plans.FirstOrDefault(p => p.Context.Environment is null) is not { } basePlan)
        {
            return [];
        }

        return
            from plan in plans
            where plan != basePlan
            from autoscaler in Autoscaler.Of(plan)
            from original in Autoscaler.Of(basePlan)
            where original.Planned.ToString() == autoscaler.Planned.ToString()
            from lost in original.MetricNames.Except(autoscaler.MetricNames)
            select new Finding(
                Description,
                plan.Context.ToString(),
                autoscaler.Planned.ToString(),
                plan.Place<HorizontalScalingPolicy>(autoscaler.TargetName) ?? autoscaler.Planned.At,
                $"{lost} is missing; {autoscaler.MetricNames.Count} of the base's {original.MetricNames.Count} metrics are here");
    }
}

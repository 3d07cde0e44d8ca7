using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Disruption;

/// <summary>What a budget means for the pods it selects, in whole pods.</summary>
/// <param name="Planned">The budget.</param>
/// <param name="Pods">The pods it selects.</param>
/// <param name="Min">Their fewest replicas.</param>
/// <param name="Max">Their most replicas.</param>
/// <param name="Text">The budget's own figure, <c>minAvailable 1</c>.</param>
/// <param name="HealthyAtMin">Pods that must stay up at the fewest replicas.</param>
/// <param name="HealthyAtMax">Pods that must stay up at the most replicas.</param>
internal sealed record BudgetFigures(PlannedObject Planned, PodTemplate Pods, int Min, int Max, string Text, int HealthyAtMin, int HealthyAtMax)
{
    /// <summary>Pods that may be evicted at the fewest replicas.</summary>
    public int AllowedAtMin => Math.Max(0, Min - HealthyAtMin);

    /// <summary>Whether nothing can be evicted while the autoscaler is at its minimum. No pods, nothing to evict.</summary>
    public bool BlocksAtMin => Min > 0 && AllowedAtMin == 0;

    /// <summary>The budgets of a plan that say something of pods in it.</summary>
    public static IEnumerable<BudgetFigures> Of(EnvironmentPlan plan) =>
        from budget in plan.Planned<V1PodDisruptionBudget>()
        where budget.Object.Spec?.Selector is not null
        from pods in PodTemplate.Of(plan)
        where budget.Object.Spec.Selector.Matches(pods.Labels) && plan.AreTogether(budget.Object.Metadata.NamespaceProperty, pods.Namespace)
        select Of(plan, budget.Planned, budget.Object.Spec, pods);

    private static BudgetFigures Of(EnvironmentPlan plan, PlannedObject planned, V1PodDisruptionBudgetSpec spec, PodTemplate pods)
    {
        var (min, max) = Autoscaler.ReplicasOf(plan, pods);
        var text = spec.MinAvailable is not null ? $"minAvailable {spec.MinAvailable}" : $"maxUnavailable {spec.MaxUnavailable}";
        return new(planned, pods, min, max, text, Healthy(spec, min), Healthy(spec, max));
    }

    // kubernetes/kubernetes pkg/controller/disruption/disruption.go: percentages of both kinds are rounded up.
    private static int Healthy(V1PodDisruptionBudgetSpec spec, int replicas) =>
        PodCounts.Read(spec.MinAvailable) is { } available ? available.Of(replicas, roundUp: true)
        : PodCounts.Read(spec.MaxUnavailable) is { } unavailable ? Math.Max(0, replicas - unavailable.Of(replicas, roundUp: true))
        : 0;
}

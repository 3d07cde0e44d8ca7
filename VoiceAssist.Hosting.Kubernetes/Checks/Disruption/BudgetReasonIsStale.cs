using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Disruption;

/// <summary>A budget that is said to block drains and does not.</summary>
internal sealed class BudgetReasonIsStale : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK303", Severity.Warning, "A disruption budget is said to block drains and does not")
    {
        Why = "Whoever drains a node reads the annotation and moves the pod by hand, and the alert on blocked drains leaves the budget out; neither is right any more.",
        Do = "Remove the reason, or make the budget as large as the number of replicas.",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from budget in BudgetFigures.Of(plan)
        where !budget.BlocksAtMin && plan.Workload(budget.Pods.Name)?.Budget?.BlocksDrainBecause is not null
        select Found(plan, budget.Planned, $"{budget.Text} lets {budget.AllowedAtMin} of {budget.Min} replicas go", plan.Place<DisruptionBudgetPolicy>(budget.Pods.Name));
}

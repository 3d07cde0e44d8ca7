using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Disruption;

/// <summary>A budget that lets no pod go while the workload is at its minimum.</summary>
internal sealed class BudgetBlocksDrain : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK302", Severity.Error, "A disruption budget blocks every drain without saying so")
    {
        Why = "At the autoscaler's minimum no pod may be evicted, so draining a node that holds one never ends. That is right for a database with one pod and wrong for anything else; "
            + "which of the two it is must be said.",
        Do = "Lower minAvailable in that environment, raise the minimum of replicas, or say why the drain is meant to stop.",
        Sample = "api.WithDisruptionBudget(b => b.MinAvailable(1).In(\"dev\", d => d.MinAvailable(0)));\ndatabase.WithDisruptionBudget(b => b.MinAvailable(1).BlocksDrain(\"its only pod: move it by hand\"));",
        Source = "https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from budget in BudgetFigures.Of(plan)
        where budget.BlocksAtMin && budget.HealthyAtMax <= budget.Max
        let policy = plan.Workload(budget.Pods.Name)?.Budget
        where policy?.BlocksDrainBecause is null
        select Found(
            plan,
            budget.Planned,
            $"{budget.Text} with {budget.Min} replicas of {budget.Pods.Planned} at least: {budget.AllowedAtMin} may be evicted, and no reason is given",
            policy?.MinAvailablePods?.At ?? plan.Place<DisruptionBudgetPolicy>(budget.Pods.Name));
}

using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Disruption;

/// <summary>A budget that asks for more pods than there can ever be.</summary>
internal sealed class BudgetCanBeMet : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK301", Severity.Error, "A disruption budget can never be met")
    {
        Why = "It asks for more pods than the autoscaler's maximum gives, so no pod may ever be evicted, at any load: every drain and every node upgrade hangs. "
            + "(A budget must also say exactly one of minAvailable and maxUnavailable.)",
        Do = "Lower minAvailable below the number of replicas, per environment.",
        Sample = "api.WithDisruptionBudget(b => b.MinAvailable(1));",
        Source = "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        foreach (var (planned, budget) in plan.Planned<V1PodDisruptionBudget>())
        {
            if (budget.Spec is { MinAvailable: not null, MaxUnavailable: not null } or { MinAvailable: null, MaxUnavailable: null })
            {
                yield return Found(plan, planned, budget.Spec.MinAvailable is null ? "it says neither minAvailable nor maxUnavailable" : "it says both minAvailable and maxUnavailable");
            }
        }

        foreach (var budget in BudgetFigures.Of(plan).Where(b => b.HealthyAtMax > b.Max))
        {
            yield return Found(plan, budget.Planned, $"{budget.Text}, but {budget.Pods.Planned} has at most {budget.Max} replicas", plan.Place<DisruptionBudgetPolicy>(budget.Pods.Name));
        }
    }
}

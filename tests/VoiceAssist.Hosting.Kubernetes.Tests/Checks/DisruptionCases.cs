using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

internal static class DisruptionCases
{
    public static IReadOnlyList<CheckCase> All { get; } =
    [
        new("VAK301", "more pods than there can be", "minAvailable 20, but Deployment/shop-api has at most 15 replicas") { Plan = p => Pdb(p, s => s.MinAvailable = 20) },
        new("VAK301", "both figures", "it says both minAvailable and maxUnavailable") { Plan = p => Pdb(p, s => s.MaxUnavailable = 1) },
        new("VAK301", "no figure", "it says neither minAvailable nor maxUnavailable") { Plan = p => Pdb(p, s => s.MinAvailable = null) },
        new("VAK301", "as many as the maximum", null) { Plan = p => Pdb(p, s => s.MinAvailable = 15) },

        new("VAK302", "as many as the autoscaler's minimum", "minAvailable 3 with 3 replicas of Deployment/shop-api at least: 0 may be evicted, and no reason is given")
        {
            Plan = p => Pdb(p, s => s.MinAvailable = 3),
        },
        new("VAK302", "every pod in percent", "minAvailable 100%") { Plan = p => Pdb(p, s => s.MinAvailable = "100%") },
        new("VAK302", "none may be missing", "maxUnavailable 0 with 3 replicas") { Plan = p => Pdb(p, s => (s.MinAvailable, s.MaxUnavailable) = (null!, 0)) },
        new("VAK302", "a percentage that rounds up to every pod", "minAvailable 67%") { Plan = p => Pdb(p, s => s.MinAvailable = "67%") },
        new("VAK302", "one fewer than the minimum", null) { Plan = p => Pdb(p, s => s.MinAvailable = 2) },
        new("VAK302", "a tenth may be missing, which is one", null) { Plan = p => Pdb(p, s => (s.MinAvailable, s.MaxUnavailable) = (null!, "10%")) },
        new("VAK302", "a reason", null) { Model = c => c.With(Shop.Api, w => w with { Budget = new DisruptionBudgetPolicy().MinAvailable(3).BlocksDrain("moved by hand") }) },
        new("VAK302", "a minimum of zero", null) { Plan = p => Pdb(p.Edit<V2HorizontalPodAutoscaler>("shop-api-hpa", h => h.Spec.MinReplicas = 0), s => s.MinAvailable = 1) },

        new("VAK303", "a reason without a block", "minAvailable 1 lets 2 of 3 replicas go")
        {
            Model = c => c.With(Shop.Api, w => w with { Budget = new DisruptionBudgetPolicy().MinAvailable(1).BlocksDrain("moved by hand") }),
        },
        new("VAK303", "a reason with a block", null)
        {
            Model = c => c.With(Shop.Api, w => w with { Budget = new DisruptionBudgetPolicy().MinAvailable(3).BlocksDrain("moved by hand") }),
        },
    ];

    private static EnvironmentPlan Pdb(EnvironmentPlan plan, Action<V1PodDisruptionBudgetSpec> edit) => plan.Edit<V1PodDisruptionBudget>("shop-api-pdb", b => edit(b.Spec));
}

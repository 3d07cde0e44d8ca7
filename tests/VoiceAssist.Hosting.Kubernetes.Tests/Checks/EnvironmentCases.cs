using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

internal static class EnvironmentCases
{
    public static IReadOnlyList<CheckCase> All { get; } =
    [
        new("VAK901", "fewer replicas", "fewest replicas: 3, dev has 5") { Plan = p => p.In("dev", d => d.Edit<V2HorizontalPodAutoscaler>("shop-api-hpa", h => (h.Spec.MinReplicas, h.Spec.MaxReplicas) = (5, 5))) },
        new("VAK901", "a lower request", "cpu request of container api: 500m, dev has 1500m") { Plan = p => p.In("dev", d => d.EditContainer(Shop.Api, c => c.Resources.Requests["cpu"] = new("1.5"))) },
        new("VAK901", "a lower limit", "memory limit of container api: 2Gi, dev has 3Gi") { Plan = p => p.In("dev", d => d.EditContainer(Shop.Api, c => c.Resources.Limits["memory"] = new("3Gi"))) },
        new("VAK901", "a weaker budget", "pods that stay up in a drain: 0, dev has 1")
        {
            Plan = p => p.In("dev", d => d.Edit<V1PodDisruptionBudget>("shop-api-pdb", b => b.Spec.MinAvailable = 1)).In("prod", d => d.Edit<V1PodDisruptionBudget>("shop-api-pdb", b => b.Spec.MinAvailable = 0)),
        },
        new("VAK901", "no budget", "pods that stay up in a drain: none, dev has 0") { Plan = p => p.In("prod", d => d.Without<V1PodDisruptionBudget>("shop-api-pdb")) },
        new("VAK901", "the same figure in other words", null) { Plan = p => p.In("dev", d => d.EditContainer(Shop.Api, c => c.Resources.Limits["memory"] = new("2048Mi"))) },
        new("VAK901", "a workload of one environment", null) { Plan = p => p.In("prod", d => d.Without<V1Deployment>(Shop.Cache)) },
    ];
}

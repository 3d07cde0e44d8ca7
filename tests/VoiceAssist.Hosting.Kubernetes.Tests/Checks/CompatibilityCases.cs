using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

internal static class CompatibilityCases
{
    public static IReadOnlyList<CheckCase> All { get; } =
    [
        new("VAK801", "a sidecar before 1.29", "initContainers[].restartPolicy (sidecar) works from Kubernetes 1.29 on (KEP-753), the oldest allowed is 1.28")
        {
            Model = c => c.WithCluster(p => p.RequiresKubernetes("1.28")),
            Plan = p => p.EditPod(Shop.Api, s => s.InitContainers = [Containers.Sidecar("proxy", "100m", "128Mi")]),
        },
        new("VAK801", "a tolerance before 1.33", "behavior.*.tolerance works from Kubernetes 1.35 on (KEP-4951), the oldest allowed is 1.29")
        {
            Plan = p => p.Edit<V2HorizontalPodAutoscaler>("shop-api-hpa", h => h.Spec.Behavior.ScaleDown.Tolerance = new("0.05")),
        },
        new("VAK801", "an API before its release", "autoscaling/v2 HorizontalPodAutoscaler works from Kubernetes 1.23 on") { Model = c => c.WithCluster(p => p.RequiresKubernetes("1.22")) },
        new("VAK801", "unhealthyPodEvictionPolicy before 1.26", "unhealthyPodEvictionPolicy works from Kubernetes 1.27 on (KEP-3017), the oldest allowed is 1.25")
        {
            Model = c => c.WithCluster(p => p.RequiresKubernetes("1.25")),
            Plan = p => p.Edit<V1PodDisruptionBudget>("shop-api-pdb", b => b.Spec.UnhealthyPodEvictionPolicy = "AlwaysAllow"),
        },
        new("VAK801", "matchLabelKeys in the release that has them", null)
        {
            Model = c => c.WithCluster(p => p.RequiresKubernetes("1.27")),
            Plan = p => p.EditPod(Shop.Api, s => s.TopologySpreadConstraints = [new() { MaxSkew = 1, TopologyKey = "kubernetes.io/hostname", WhenUnsatisfiable = "ScheduleAnyway", MatchLabelKeys = ["pod-template-hash"] }]),
        },
        new("VAK801", "what an old cluster may have", null) { Model = c => c.WithCluster(p => p.RequiresKubernetes("1.23")) },

        new("VAK802", "a tolerance while its gate is off", "behavior.*.tolerance works from Kubernetes 1.35 on (KEP-4951), the oldest allowed is 1.33")
        {
            Model = c => c.WithCluster(p => p.RequiresKubernetes("1.33")),
            Plan = p => p.Edit<V2HorizontalPodAutoscaler>("shop-api-hpa", h => h.Spec.Behavior.ScaleDown.Tolerance = new("0.05")),
        },
        new("VAK802", "a tolerance by default", null)
        {
            Model = c => c.WithCluster(p => p.RequiresKubernetes("1.35")),
            Plan = p => p.Edit<V2HorizontalPodAutoscaler>("shop-api-hpa", h => h.Spec.Behavior.ScaleDown.Tolerance = new("0.05")),
        },

        new("VAK803", "a removed version", "policy/v1beta1 was removed in Kubernetes 1.25; use policy/v1") { Plan = p => p.Edit<V1PodDisruptionBudget>("shop-api-pdb", b => b.ApiVersion = "policy/v1beta1") },
        new("VAK803", "the version of today", null) { Plan = p => p.Edit<V1PodDisruptionBudget>("shop-api-pdb", b => b.ApiVersion = "policy/v1") },

        new("VAK804", "the old annotation of an Ingress", "annotation kubernetes.io/ingress.class is deprecated since 1.18")
        {
            Plan = p => p.Edit<V1Ingress>(Shop.Api, i => i.Metadata.Annotations = new Dictionary<string, string> { ["kubernetes.io/ingress.class"] = "nginx" }),
        },
        new("VAK804", "an old node label", "node label failure-domain.beta.kubernetes.io/zone is deprecated")
        {
            Plan = p => p.EditPod(Shop.Api, s => s.TopologySpreadConstraints = [new() { MaxSkew = 1, TopologyKey = "failure-domain.beta.kubernetes.io/zone", WhenUnsatisfiable = "ScheduleAnyway" }]),
        },
        new("VAK804", "a load balancer's address", "loadBalancerIP is deprecated") { Plan = p => p.Edit<V1Service>(Shop.Api, s => s.Spec.LoadBalancerIP = "10.0.0.1") },
        new("VAK804", "the node label of today", null)
        {
            Plan = p => p.EditPod(Shop.Api, s => s.TopologySpreadConstraints = [new() { MaxSkew = 1, TopologyKey = "topology.kubernetes.io/zone", WhenUnsatisfiable = "ScheduleAnyway" }]),
        },
    ];
}

using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

internal static class ScalingCases
{
    public static IReadOnlyList<CheckCase> All { get; } =
    [
        new("VAK201", "a minimum above the maximum", "spec.maxReplicas: Invalid value: 15") { Plan = p => Hpa(p, h => h.Spec.MinReplicas = 20) },
        new("VAK201", "a window that is too long", "must be less than or equal to 3600") { Plan = p => Hpa(p, h => h.Spec.Behavior.ScaleDown.StabilizationWindowSeconds = 3601) },
        new("VAK201", "a period that is too long", "must be less than or equal to 1800") { Plan = p => Hpa(p, h => h.Spec.Behavior.ScaleDown.Policies[0].PeriodSeconds = 1801) },
        new("VAK201", "a ScaledObject with a minimum above its maximum", "must be greater than or equal to `minReplicas`")
        {
            Model = Keda,
            Plan = p => p.Edit<KedaScaledObject>(Shop.Worker, k => k.Spec.MinReplicaCount = 9),
        },
        new("VAK201", "the longest window and period", null)
        {
            Plan = p => Hpa(p, h => (h.Spec.Behavior.ScaleDown.StabilizationWindowSeconds, h.Spec.Behavior.ScaleDown.Policies[0].PeriodSeconds) = (3600, 1800)),
        },

        new("VAK202", "zero without the gate", "HPAScaleToZero") { Plan = p => p.Edit<V2HorizontalPodAutoscaler>("shop-worker-hpa", h => h.Spec.MinReplicas = 0) },
        new("VAK202", "zero without an Object or External metric", "none of them Object or External")
        {
            Model = c => c.WithCluster(p => p.HasScaleToZero()),
            Plan = p => Hpa(p, h => h.Spec.MinReplicas = 0),
        },
        new("VAK202", "zero with gate and External metric", null)
        {
            Model = c => c.WithCluster(p => p.HasScaleToZero()),
            Plan = p => p.Edit<V2HorizontalPodAutoscaler>("shop-worker-hpa", h => h.Spec.MinReplicas = 0),
        },

        new("VAK203", "a sidecar without a request", "container proxy of Deployment/shop-api requests no cpu")
        {
            Plan = p => p.Without<V1LimitRange>("shop-limitrange").EditPod(Shop.Api, s => s.Containers = [s.Containers[0], Containers.Plain("proxy", null, null)]),
        },
        new("VAK203", "an init sidecar without a request", "container proxy of Deployment/shop-api requests no memory")
        {
            Plan = p => p.Without<V1LimitRange>("shop-limitrange").EditPod(Shop.Api, s => s.InitContainers = [Containers.Sidecar("proxy", null, null)]),
        },
        new("VAK203", "an init container that ends", null)
        {
            Plan = p => p.Without<V1LimitRange>("shop-limitrange").EditPod(Shop.Api, s => s.InitContainers = [Containers.Init("migrate", null, null)]),
        },
        new("VAK203", "a limit that becomes the request", null)
        {
            Plan = p => p.Without<V1LimitRange>("shop-limitrange").EditContainer(Shop.Api, c => c.Resources.Requests = null),
        },
        new("VAK203", "a target on one container beside one without a request", null)
        {
            Plan = p => Hpa(
                p.Without<V1LimitRange>("shop-limitrange").EditPod(Shop.Api, s => s.Containers = [s.Containers[0], Containers.Plain("proxy", null, null)]),
                h => h.Spec.Metrics = [OfContainer("api")]),
        },

        new("VAK204", "a VPA that applies what it recommends", "updateMode Recreate changes the cpu request that HorizontalPodAutoscaler/shop-api-hpa measures against")
        {
            Plan = p => p.Edit<VerticalPodAutoscaler>("shop-api-vpa", v => v.Spec.UpdatePolicy!.UpdateMode = "Recreate"),
        },
        new("VAK204", "a VPA without a mode", "updateMode Auto") { Plan = p => p.Edit<VerticalPodAutoscaler>("shop-api-vpa", v => v.Spec.UpdatePolicy = null) },
        new("VAK204", "a VPA on what the HPA does not look at", null)
        {
            Plan = p => Hpa(p, h => h.Spec.Metrics = [.. h.Spec.Metrics.Where(m => m.Resource?.Name != "memory")]).Edit<VerticalPodAutoscaler>("shop-api-vpa", v =>
            {
                v.Spec.UpdatePolicy!.UpdateMode = "Recreate";
                v.Spec.ResourcePolicy!.ContainerPolicies[0].ControlledResources = ["memory"];
            }),
        },

        new("VAK205", "an overlay with the CPU target only", "Pods requests_per_second is missing; 1 of the base's 3 metrics are here")
        {
            Plan = p => p.In("prod", q => Hpa(q, h => h.Spec.Metrics = [h.Spec.Metrics[0]])),
        },
        new("VAK205", "another order and other figures", null) { Plan = p => p.In("prod", q => Hpa(q, h => h.Spec.Metrics = [.. h.Spec.Metrics.Reverse()])) },
        new("VAK205", "a metric fewer in the base as well", null) { Plan = p => Hpa(p, h => h.Spec.Metrics = [h.Spec.Metrics[0]]) },

        new("VAK206", "a target that does not exist", "its target Deployment/shop-apis does not exist") { Plan = p => Hpa(p, h => h.Spec.ScaleTargetRef.Name = "shop-apis") },
        new("VAK206", "a target of another kind", "its target StatefulSet/shop-api does not exist") { Plan = p => Hpa(p, h => h.Spec.ScaleTargetRef.Kind = "StatefulSet") },
        new("VAK206", "a target in another namespace", "is in namespace elsewhere, not in shop-prod") { Plan = p => p.Edit<V1Deployment>(Shop.Api, d => d.Metadata.NamespaceProperty = "elsewhere") },
        new("VAK206", "two autoscalers", "is also scaled by HorizontalPodAutoscaler/shop-api-hpa")
        {
            Plan = p => p.Add(new V2HorizontalPodAutoscaler
            {
                ApiVersion = "autoscaling/v2",
                Kind = "HorizontalPodAutoscaler",
                Metadata = p.Meta("second"),
                Spec = new() { MaxReplicas = 3, ScaleTargetRef = new() { ApiVersion = "apps/v1", Kind = "Deployment", Name = Shop.Api } },
            }),
        },
        new("VAK206", "an HPA beside the ScaledObject", "is also scaled by")
        {
            Model = Keda,
            Plan = p => p.Add(new V2HorizontalPodAutoscaler
            {
                ApiVersion = "autoscaling/v2",
                Kind = "HorizontalPodAutoscaler",
                Metadata = p.Meta("second"),
                Spec = new() { MaxReplicas = 3, ScaleTargetRef = new() { ApiVersion = "apps/v1", Kind = "Deployment", Name = Shop.Worker } },
            }),
        },

        new("VAK206", "a ScaledObject in the HPA's place", null) { Model = Keda },

        new("VAK207", "a metric that nobody exports", "no workload exports it; exported: requests_per_second, queue_depth")
        {
            Plan = p => Hpa(p, h => h.Spec.Metrics[2].Pods.Metric.Name = "http_rps"),
        },
        new("VAK207", "a shared metric as one of each pod", "shop-worker exports it as External, not Pods")
        {
            Plan = p => p.Edit<V2HorizontalPodAutoscaler>("shop-worker-hpa", h => h.Spec.Metrics[1] = OfPods("queue_depth")),
        },
        new("VAK207", "another workload's metric", "shop-api exports it, but shop-worker is what is scaled")
        {
            Plan = p => p.Edit<V2HorizontalPodAutoscaler>("shop-worker-hpa", h => h.Spec.Metrics[1] = OfPods("requests_per_second")),
        },
        new("VAK207", "another series", "it is exported with queue=orders")
        {
            Plan = p => p.Edit<V2HorizontalPodAutoscaler>("shop-worker-hpa", h => h.Spec.Metrics[1].External.Metric.Selector.MatchLabels["queue"] = "mail"),
        },
        new("VAK207", "a resource that is not measured", "the metrics API serves cpu and memory, not ephemeral-storage")
        {
            Plan = p => Hpa(p, h => h.Spec.Metrics[0].Resource.Name = "ephemeral-storage"),
        },
        new("VAK207", "a container that is not there", "Deployment/shop-api has no container web, only api") { Plan = p => Hpa(p, h => h.Spec.Metrics[0] = OfContainer("web")) },
        new("VAK207", "an Ingress that is not there", "there is no Ingress front, only shop-api")
        {
            Plan = p => Hpa(p, h => h.Spec.Metrics[0] = new() { Type = "Object", ObjectProperty = new() { DescribedObject = new() { Kind = "Ingress", Name = "front" }, Metric = new() { Name = "rps" } } }),
        },
        new("VAK207", "a ScaledObject's triggers", null) { Model = Keda },

        new("VAK208", "a heap without a setting", "aims at 80 % of 512Mi, the heap of container api grows by its limit, 2Gi")
        {
            Plan = p => p.EditContainer(Shop.Api, c => c.Env = [.. c.Env.Where(e => !e.Name.StartsWith("DOTNET_GC", StringComparison.Ordinal))]),
        },
        new("VAK208", "a limit that is the request", null)
        {
            Plan = p => p.EditContainer(Shop.Api, c => (c.Env, c.Resources.Requests) = ([], c.Resources.Limits)),
        },
        new("VAK208", "no memory target", null)
        {
            Plan = p => Hpa(p.EditContainer(Shop.Api, c => c.Env = []), h => h.Spec.Metrics = [h.Spec.Metrics[0]]),
        },

        new("VAK209", "replicas beside an HPA", "spec.replicas is 3, HorizontalPodAutoscaler/shop-api-hpa sets 3 to 15") { Plan = p => p.Edit<V1Deployment>(Shop.Api, d => d.Spec.Replicas = 3) },
        new("VAK209", "replicas without an HPA", null) { Plan = p => p.Edit<V1Deployment>(Shop.Cache, d => d.Spec.Replicas = 1) },
    ];

    private static EnvironmentPlan Hpa(EnvironmentPlan plan, Action<V2HorizontalPodAutoscaler> edit) => plan.Edit("shop-api-hpa", edit);

    private static EnvironmentContext Keda(EnvironmentContext context) => context.WithCluster(c => c.Metrics(MetricsBackend.Keda));

    private static V2MetricSpec OfContainer(string container) => new()
    {
        Type = "ContainerResource",
        ContainerResource = new() { Container = container, Name = "cpu", Target = new() { Type = "Utilization", AverageUtilization = 70 } },
    };

    private static V2MetricSpec OfPods(string name) => new()
    {
        Type = "Pods",
        Pods = new() { Metric = new() { Name = name }, Target = new() { Type = "AverageValue", AverageValue = new("50") } },
    };
}

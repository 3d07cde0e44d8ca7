using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

internal static class CapacityCases
{
    public static IReadOnlyList<CheckCase> All { get; } =
    [
        new("VAK101", "a quota typed by hand", "requests.cpu is 5, the peak needs")
        {
            Plan = p => p.Edit<V1ResourceQuota>("shop-quota", q => q.Spec.Hard["requests.cpu"] = new("5")),
        },
        new("VAK101", "too few pods", "pods is 10, the peak needs")
        {
            Plan = p => p.Edit<V1ResourceQuota>("shop-quota", q => q.Spec.Hard["pods"] = new("10")),
        },
        new("VAK101", "limits alone too small", "limits.memory is 20Gi, the peak needs")
        {
            Plan = p => p.Edit<V1ResourceQuota>("shop-quota", q => q.Spec.Hard["limits.memory"] = new("20Gi")),
        },
        new("VAK101", "a sidecar that the sum leaves out", "requests.cpu is")
        {
            Plan = p => p.EditPod(Shop.Api, s => s.InitContainers = [Containers.Sidecar("proxy", "2", "256Mi")]),
        },
        new("VAK101", "a quota for other pods only", null)
        {
            Plan = p => p.Edit<V1ResourceQuota>("shop-quota", q => (q.Spec.Hard["requests.cpu"], q.Spec.Scopes) = (new("1"), ["BestEffort"])),
        },
        new("VAK101", "an init container that needs less than the rest", null)
        {
            Plan = p => p.EditPod(Shop.Api, s => s.InitContainers = [Containers.Init("migrate", "250m", "256Mi")]),
        },

        new("VAK102", "a memory request above its limit", "container api requests 3Gi memory, its limit is 2Gi")
        {
            Plan = p => p.EditContainer(Shop.Api, c => c.Resources.Requests["memory"] = new("3Gi")),
        },
        new("VAK102", "request and limit equal in other words", null)
        {
            Plan = p => p.EditContainer(Shop.Api, c => (c.Resources.Requests["memory"], c.Resources.Limits["memory"]) = (new("2048Mi"), new("2Gi"))),
        },

        new("VAK103", "a limit above the maximum", "container api: may use 12 cpu, the maximum is 8 (LimitRange/shop-limitrange)")
        {
            Plan = p => p.EditContainer(Shop.Api, c => c.Resources.Limits["cpu"] = new("12")),
        },
        new("VAK103", "a request below the minimum", "container api: requests 10m cpu, the minimum is 50m")
        {
            Plan = p => p.EditContainer(Shop.Api, c => c.Resources.Requests["cpu"] = new("10m")),
        },
        new("VAK103", "containers that exceed the pod's maximum together", "the pod: may use 34Gi memory, the maximum is 32Gi")
        {
            Plan = p => p.EditPod(Shop.Api, s => s.Containers = [s.Containers[0], Containers.Plain("a", "1", "16Gi"), Containers.Plain("b", "1", "16Gi")]),
        },
        new("VAK103", "a default above the maximum", "its default limit 20 cpu exceeds its maximum 8")
        {
            Plan = p => p.Edit<V1LimitRange>("shop-limitrange", l => l.Spec.Limits[0].DefaultProperty["cpu"] = new("20")),
        },
        new("VAK103", "no LimitRange", null)
        {
            Plan = p => p.Without<V1LimitRange>("shop-limitrange").EditContainer(Shop.Api, c => c.Resources.Limits["cpu"] = new("12")),
        },

        new("VAK104", "no resources at all", "container api has no cpu request, memory request, cpu limit, memory limit")
        {
            Plan = p => p.EditContainer(Shop.Api, c => c.Resources = null),
        },
        new("VAK104", "resources of the pod", null)
        {
            Plan = p => p.EditPod(Shop.Api, s => (s.Resources, s.Containers[0].Resources) = (s.Containers[0].Resources, null!)),
        },

        new("VAK105", "a quota and neither resources nor defaults", "container api has no memory limit, ResourceQuota/shop-quota demands it")
        {
            Plan = p => p.Without<V1LimitRange>("shop-limitrange").EditContainer(Shop.Api, c => c.Resources = null),
        },
        new("VAK105", "defaults of the LimitRange", null)
        {
            Plan = p => p.EditContainer(Shop.Api, c => c.Resources = null),
        },
    ];
}

namespace VoiceAssist.Hosting.Kubernetes.Checks.Compatibility;

/// <summary>An API version that is going or gone.</summary>
/// <param name="ApiVersion">Group and version.</param>
/// <param name="Kinds">The kinds; empty: all of it.</param>
/// <param name="RemovedIn">The release that does not serve it any more; null: it is deprecated only.</param>
/// <param name="Instead">What to use.</param>
internal sealed record ObsoleteApi(string ApiVersion, IReadOnlyList<string> Kinds, Version? RemovedIn, string Instead)
{
    /// <summary>From Kubernetes' deprecated API migration guide and the CRDs of the VPA.</summary>
    public static IReadOnlyList<ObsoleteApi> All { get; } =
    [
        new("extensions/v1beta1", ["Ingress"], new(1, 22), "networking.k8s.io/v1"),
        new("extensions/v1beta1", [], new(1, 16), "apps/v1 or networking.k8s.io/v1"),
        new("apps/v1beta1", [], new(1, 16), "apps/v1"),
        new("apps/v1beta2", [], new(1, 16), "apps/v1"),
        new("networking.k8s.io/v1beta1", ["Ingress", "IngressClass"], new(1, 22), "networking.k8s.io/v1"),
        new("rbac.authorization.k8s.io/v1beta1", [], new(1, 22), "rbac.authorization.k8s.io/v1"),
        new("apiregistration.k8s.io/v1beta1", [], new(1, 22), "apiregistration.k8s.io/v1"),
        new("scheduling.k8s.io/v1beta1", ["PriorityClass"], new(1, 22), "scheduling.k8s.io/v1"),
        new("storage.k8s.io/v1beta1", ["CSIStorageCapacity"], new(1, 27), "storage.k8s.io/v1"),
        new("policy/v1beta1", [], new(1, 25), "policy/v1"),
        new("batch/v1beta1", ["CronJob"], new(1, 25), "batch/v1"),
        new("autoscaling/v2beta1", [], new(1, 25), "autoscaling/v2"),
        new("autoscaling/v2beta2", [], new(1, 26), "autoscaling/v2"),
        new("discovery.k8s.io/v1beta1", ["EndpointSlice"], new(1, 25), "discovery.k8s.io/v1"),
        new("autoscaling.k8s.io/v1beta2", [], null, "autoscaling.k8s.io/v1"),
        new("gateway.networking.k8s.io/v1beta1", ["Gateway", "HTTPRoute", "GatewayClass"], null, "gateway.networking.k8s.io/v1"),
    ];

    public bool Is(string? apiVersion, string kind) => apiVersion == ApiVersion && (Kinds.Count == 0 || Kinds.Contains(kind));
}

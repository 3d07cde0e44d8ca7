using k8s;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Compatibility;

/// <summary>
/// Fields and APIs by the release that has them. The releases are those of kubernetes/kubernetes <c>pkg/features/kube_features.go</c>
/// (1.26 to 1.35) and of each KEP's <c>kep.yaml</c>. Where an object without the field would not do what it is for (a sidecar that
/// is a plain init container never lets the pod start), <c>Known</c> is the release in which it works.
/// </summary>
internal static class KubernetesFeatures
{
    public static IReadOnlyList<KubernetesFeature> All { get; } =
    [
        .. Apis(),
        .. OnPods(),
        .. OnContainers(),
        .. OnOthers(),
    ];

    // https://kubernetes.io/docs/reference/using-api/deprecation-guide/
    private static IEnumerable<KubernetesFeature> Apis() =>
    [
        Api("autoscaling/v2", "HorizontalPodAutoscaler", V(23), "KEP-2702"),
        Api("policy/v1", "PodDisruptionBudget", V(21), "KEP-85"),
        Api("batch/v1", "CronJob", V(21), "KEP-19"),
        Api("networking.k8s.io/v1", "Ingress", V(19), "KEP-1453"),
    ];

    private static IEnumerable<KubernetesFeature> OnPods() =>
    [
        Pod("topologySpreadConstraints[].matchLabelKeys", V(25), V(27), "KEP-3243", p => Spread(p, c => c.MatchLabelKeys is { Count: > 0 })),
        Pod("topologySpreadConstraints[].nodeAffinityPolicy, nodeTaintsPolicy", V(25), V(26), "KEP-3094", p => Spread(p, c => c.NodeAffinityPolicy is not null || c.NodeTaintsPolicy is not null)),
        Pod("topologySpreadConstraints[].minDomains", V(24), V(27), "KEP-3022", p => Spread(p, c => c.MinDomains is not null)),
        Pod("resources of the pod", V(34), V(34), "KEP-2837", p => p.Resources is not null),
        Pod("hostUsers", V(25), V(33), "KEP-127", p => p.HostUsers is not null),
        Pod("hostnameOverride", V(34), V(35), "KEP-4762", p => p.HostnameOverride is not null),
        Pod("schedulingGates", V(27), V(27), "KEP-3521", p => p.SchedulingGates is { Count: > 0 }),
        Pod("securityContext.supplementalGroupsPolicy", V(31), V(33), "KEP-3619", p => p.SecurityContext?.SupplementalGroupsPolicy is not null),
        Pod("securityContext.appArmorProfile", V(30), V(30), "KEP-24", p => p.SecurityContext?.AppArmorProfile is not null),
    ];

    private static IEnumerable<KubernetesFeature> OnContainers() =>
    [
        Container("initContainers[].restartPolicy (sidecar)", V(29), V(29), "KEP-753", c => PodTemplate.IsSidecar(c)),
        Container("restartPolicyRules", V(35), V(35), "KEP-5307", c => c.RestartPolicyRules is { Count: > 0 }),
        Container("resizePolicy", V(27), V(33), "KEP-1287", c => c.ResizePolicy is { Count: > 0 }),
        Container("lifecycle.preStop.sleep", V(30), V(30), "KEP-3960", c => c.Lifecycle?.PreStop?.Sleep is not null || c.Lifecycle?.PostStart?.Sleep is not null),
        Container("a grpc probe", V(24), V(24), "KEP-2727", c => Probes(c).Any(p => p.Grpc is not null)),
        Container("terminationGracePeriodSeconds of a probe", V(21), V(25), "KEP-2238", c => Probes(c).Any(p => p.TerminationGracePeriodSeconds is not null)),
        Container("env[].valueFrom.fileKeyRef", V(35), V(35), "KEP-3721", c => (c.Env ?? []).Any(e => e.ValueFrom?.FileKeyRef is not null)),
        Container("volumeMounts[].recursiveReadOnly", V(30), V(31), "KEP-3857", c => (c.VolumeMounts ?? []).Any(m => m.RecursiveReadOnly is not null)),
        Container("securityContext.appArmorProfile", V(30), V(30), "KEP-24", c => c.SecurityContext?.AppArmorProfile is not null),
    ];

    private static IEnumerable<KubernetesFeature> OnOthers() =>
    [
        On<V2HorizontalPodAutoscaler>("behavior.*.tolerance", V(33), V(35), "KEP-4951", h => h.Spec?.Behavior?.ScaleUp?.Tolerance is not null || h.Spec?.Behavior?.ScaleDown?.Tolerance is not null),
        On<KedaScaledObject>("behavior.*.tolerance", V(33), V(35), "KEP-4951", k => k.Spec.Advanced?.HorizontalPodAutoscalerConfig.Behavior is { } b && (b.ScaleUp?.Tolerance is not null || b.ScaleDown?.Tolerance is not null)),
        On<V2HorizontalPodAutoscaler>("a ContainerResource metric", V(27), V(27), "KEP-1610", h => (h.Spec?.Metrics ?? []).Any(m => m.ContainerResource is not null)),
        On<KedaScaledObject>("a ContainerResource metric", V(27), V(27), "KEP-1610", k => k.Spec.Triggers.Any(t => t.Metadata.ContainsKey("containerName"))),
        On<V1PodDisruptionBudget>("unhealthyPodEvictionPolicy", V(26), V(27), "KEP-3017", b => b.Spec?.UnhealthyPodEvictionPolicy is not null),
        On<V1StatefulSet>("persistentVolumeClaimRetentionPolicy", V(23), V(27), "KEP-1847", s => s.Spec?.PersistentVolumeClaimRetentionPolicy is not null),
        On<V1StatefulSet>("ordinals", V(26), V(27), "KEP-3335", s => s.Spec?.Ordinals is not null),
        On<V1StatefulSet>("updateStrategy.rollingUpdate.maxUnavailable", V(24), V(35), "KEP-961", s => s.Spec?.UpdateStrategy?.RollingUpdate?.MaxUnavailable is not null),
        On<V1StatefulSet>("minReadySeconds", V(22), V(23), "KEP-2599", s => s.Spec?.MinReadySeconds is not null),
        On<V1Service>("trafficDistribution", V(30), V(31), "KEP-4444", s => s.Spec?.TrafficDistribution is not null),
        On<V1Service>("internalTrafficPolicy", V(21), V(22), "KEP-2086", s => s.Spec?.InternalTrafficPolicy is not null),
        On<V1Service>("loadBalancerClass", V(21), V(22), "KEP-1959", s => s.Spec?.LoadBalancerClass is not null),
        On<V1NetworkPolicy>("endPort", V(22), V(22), "KEP-2079", n => (n.Spec?.Ingress ?? []).SelectMany(i => i.Ports ?? []).Concat((n.Spec?.Egress ?? []).SelectMany(e => e.Ports ?? [])).Any(p => p.EndPort is not null)),
        On<V1CronJob>("timeZone", V(24), V(25), "KEP-3140", c => c.Spec?.TimeZone is not null),
        On<V1Job>("podFailurePolicy", V(25), V(26), "KEP-3329", j => j.Spec?.PodFailurePolicy is not null),
        On<V1Job>("backoffLimitPerIndex", V(28), V(29), "KEP-3850", j => j.Spec?.BackoffLimitPerIndex is not null),
        On<V1Job>("podReplacementPolicy", V(28), V(29), "KEP-3939", j => j.Spec?.PodReplacementPolicy is not null),
        On<V1Job>("managedBy", V(30), V(32), "KEP-4368", j => j.Spec?.ManagedBy is not null),
    ];

    private static Version V(int minor) => new(1, minor);

    private static KubernetesFeature Api(string apiVersion, string kind, Version since, string source) =>
        new($"{apiVersion} {kind}", since, since, source, o => o.ApiVersion == apiVersion && o.Kind == kind);

    private static KubernetesFeature On<T>(string name, Version known, Version works, string source, Func<T, bool> uses)
        where T : IKubernetesObject<V1ObjectMeta> => new(name, known, works, source, o => o is T typed && uses(typed));

    private static KubernetesFeature Pod(string name, Version known, Version works, string source, Func<V1PodSpec, bool> uses) =>
        new(name, known, works, source, o => PodTemplate.Of(new PlannedObject(o, "")) is { } pods && uses(pods.Spec));

    private static KubernetesFeature Container(string name, Version known, Version works, string source, Func<V1Container, bool> uses) =>
        new(name, known, works, source, o => PodTemplate.Of(new PlannedObject(o, "")) is { } pods && pods.All.Any(uses));

    private static bool Spread(V1PodSpec pod, Func<V1TopologySpreadConstraint, bool> uses) => (pod.TopologySpreadConstraints ?? []).Any(uses);

    private static IEnumerable<V1Probe> Probes(V1Container container) =>
        new[] { container.LivenessProbe, container.ReadinessProbe, container.StartupProbe }.OfType<V1Probe>();
}

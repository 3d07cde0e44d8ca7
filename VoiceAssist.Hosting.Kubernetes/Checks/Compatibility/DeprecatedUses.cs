using k8s;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Compatibility;

/// <summary>API versions, fields, annotations and labels that have a successor.</summary>
internal sealed class DeprecatedUses : EnvironmentCheck
{
    // Well-known labels: https://kubernetes.io/docs/reference/labels-annotations-taints/
    private static readonly Dictionary<string, string> NodeLabels = new(StringComparer.Ordinal)
    {
        ["beta.kubernetes.io/os"] = "kubernetes.io/os",
        ["beta.kubernetes.io/arch"] = "kubernetes.io/arch",
        ["beta.kubernetes.io/instance-type"] = "node.kubernetes.io/instance-type",
        ["failure-domain.beta.kubernetes.io/zone"] = "topology.kubernetes.io/zone",
        ["failure-domain.beta.kubernetes.io/region"] = "topology.kubernetes.io/region",
    };

    public override CheckDescription Description { get; } = new("VAK804", Severity.Warning, "Something that is used has a successor")
    {
        Why = "It still works and will not for ever; some of it is only still read by old controllers.",
        Do = "Use what is named instead.",
        Sample = "api.WithSpread(s => s.Across(\"topology.kubernetes.io/zone\"));",
        Source = "https://kubernetes.io/docs/reference/labels-annotations-taints/, https://kubernetes.io/docs/reference/using-api/deprecation-guide/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from planned in plan.Objects
        from use in Api(planned.Object).Concat(Annotations(planned.Object.Metadata)).Concat(Fields(planned.Object))
            .Concat(PodTemplate.Of(planned) is { } pods ? Pods(pods) : [])
        select Found(plan, planned, use);

    private static IEnumerable<string> Api(IKubernetesObject<V1ObjectMeta> obj) =>
        ObsoleteApi.All.Where(a => a.RemovedIn is null && a.Is(obj.ApiVersion, obj.Kind)).Select(a => $"{a.ApiVersion} is deprecated; use {a.Instead}");

    private static IEnumerable<string> Fields(IKubernetesObject<V1ObjectMeta> obj) =>
        obj is V1Service { Spec.LoadBalancerIP: { Length: > 0 } } ? ["loadBalancerIP is deprecated since 1.24; use the provider's annotation"] : [];

    private static IEnumerable<string> Annotations(V1ObjectMeta? metadata) => (metadata?.Annotations ?? new Dictionary<string, string>()).Keys.Select(key => key switch
    {
        "kubernetes.io/ingress.class" => $"annotation {key} is deprecated since 1.18; use spec.ingressClassName",
        _ when key.StartsWith("container.apparmor.security.beta.kubernetes.io/", StringComparison.Ordinal) => $"annotation {key} is deprecated since 1.30; use securityContext.appArmorProfile",
        _ when key.Contains("seccomp.security.alpha.kubernetes.io/", StringComparison.Ordinal) => $"annotation {key} has no effect since 1.27; use securityContext.seccompProfile",
        _ => null,
    }).OfType<string>();

    private static IEnumerable<string> Pods(PodTemplate pods) =>
    [
        .. Annotations(pods.Template?.Metadata),
        .. pods.Spec.ServiceAccount is { Length: > 0 } && pods.Spec.ServiceAccountName is null ? ["serviceAccount is deprecated; use serviceAccountName"] : Array.Empty<string>(),
        .. (pods.Spec.Volumes ?? []).Where(v => v.GitRepo is not null).Select(v => $"volume {v.Name} is a gitRepo, which is off since 1.33; clone in an init container"),
        .. (pods.Spec.NodeSelector ?? new Dictionary<string, string>()).Keys.Concat((pods.Spec.TopologySpreadConstraints ?? []).Select(c => c.TopologyKey))
            .Where(NodeLabels.ContainsKey).Select(l => $"node label {l} is deprecated since 1.17; use {NodeLabels[l]}"),
    ];
}

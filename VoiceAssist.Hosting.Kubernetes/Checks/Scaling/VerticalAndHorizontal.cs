using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Scaling;

/// <summary>An HPA measures against requests; a VPA that applies its recommendations changes them.</summary>
internal sealed class VerticalAndHorizontal : EnvironmentCheck
{
    private static readonly string[] Both = ["cpu", "memory"];

    public override CheckDescription Description { get; } = new("VAK204", Severity.Error, "HPA and VPA act on the same resource")
    {
        Why = "The HPA divides usage by the request, the VPA raises the request to the usage: each answers the other, and the replicas swing or stay at an extreme.",
        Do = "Leave the VPA's updateMode at Off and take its recommendations by hand, or let it control a resource that the HPA does not look at.",
        Sample = "api.WithVerticalRecommendation(v => v.Cpu(\"250m\", \"4\").Memory(\"256Mi\", \"4Gi\"));  // shown, never applied",
        Source = "kubernetes/autoscaler vertical-pod-autoscaler/docs/known-limitations.md",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from vpa in plan.Planned<VerticalPodAutoscaler>()
        let mode = vpa.Object.Spec.UpdatePolicy?.UpdateMode ?? "Auto"
        where mode != VerticalUpdatePolicy.Off
        from autoscaler in Autoscaler.Of(plan)
        where autoscaler.TargetKind == vpa.Object.Spec.TargetRef.Kind && autoscaler.TargetName == vpa.Object.Spec.TargetRef.Name
        from resource in Scaled(autoscaler).Intersect(Controlled(vpa.Object))
        select Found(plan, vpa.Planned, $"updateMode {mode} changes the {resource} request that {autoscaler.Planned} measures against", plan.Place<VerticalRecommendationPolicy>(autoscaler.TargetName));

    /// <summary>Without any metric an HPA scales on 80 % CPU.</summary>
    private static IEnumerable<string> Scaled(Autoscaler autoscaler) => autoscaler.Metrics.Count == 0
        ? ["cpu"]
        : autoscaler.Metrics.Select(m => m.Resource?.Name ?? m.ContainerResource?.Name).OfType<string>().Distinct();

    private static IEnumerable<string> Controlled(VerticalPodAutoscaler autoscaler) => autoscaler.Spec.ResourcePolicy?.ContainerPolicies is { Count: > 0 } policies
        ? policies.SelectMany(p => p.ControlledResources.Count > 0 ? p.ControlledResources : Both).Distinct()
        : Both;
}

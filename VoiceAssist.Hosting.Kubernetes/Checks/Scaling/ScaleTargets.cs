using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Scaling;

/// <summary>A scale target is one object in the same namespace, and no two autoscalers share it.</summary>
internal sealed class ScaleTargets : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK206", Severity.Error, "An autoscaler's target is missing or has two autoscalers")
    {
        Why = "An autoscaler finds its target by kind and name within its own namespace. If there is none it does nothing, for ever; two autoscalers on one target undo each other's decisions.",
        Do = "Let both come from the app model: an autoscaler's target is the resource it was written on. Remove the second autoscaler, e.g. an HPA beside a KEDA ScaledObject.",
        Source = "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        var scaled = new Dictionary<string, Autoscaler>(StringComparer.Ordinal);
        var pods = PodTemplate.Of(plan).ToArray();
        foreach (var autoscaler in Autoscaler.Of(plan))
        {
            var at = plan.Place<HorizontalScalingPolicy>(autoscaler.TargetName);
            var target = $"{autoscaler.TargetKind}/{autoscaler.TargetName}";
            var named = pods.Where(autoscaler.Scales).ToArray();
            var here = named.Where(p => plan.AreTogether(p.Namespace, autoscaler.Planned.Object.Metadata.NamespaceProperty)).ToArray();
            if (named.Length == 0)
            {
                yield return Found(plan, autoscaler.Planned, $"its target {target} does not exist", at);
            }
            else if (here.Length == 0)
            {
                yield return Found(plan, autoscaler.Planned, $"its target {target} is in namespace {named[0].Namespace}, not in {autoscaler.Planned.Object.Metadata.NamespaceProperty}", at);
            }
            else if (!scaled.TryAdd(target, autoscaler))
            {
                yield return Found(plan, autoscaler.Planned, $"its target {target} is also scaled by {scaled[target].Planned}", at);
            }
        }
    }
}

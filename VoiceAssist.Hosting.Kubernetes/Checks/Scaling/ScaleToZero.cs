using k8s.Models;
using VoiceAssist.Autoscaling.Validation;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Scaling;

/// <summary>An HPA may only go to zero with the gate, and only with a metric that exists without pods.</summary>
internal sealed class ScaleToZero : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK202", Severity.Error, "An HPA scales to zero where it cannot")
    {
        Why = "`minReplicas: 0` is refused while the feature gate HPAScaleToZero is off, and it is refused without an Object or External metric: with no pods left there is "
            + "nothing whose CPU, memory or own metrics could bring one back.",
        Do = "Say that the cluster has the gate and give the autoscaler a metric of the thing that waits, e.g. a queue's depth; or use KEDA; or keep one replica.",
        Sample = "cluster.HasScaleToZero();\nworker.WithHorizontalScaling(s => s.Replicas(0, 5).ExternalMetric(\"queue_depth\", ScalingTarget.Average(\"50\")));",
        Source = "KEP-2021, kubernetes/kubernetes pkg/apis/autoscaling/validation/validation.go",
    };

    /// <summary>Whether the validator's error is this check's.</summary>
    public static bool IsAboutZero(FieldError error) => error.Kind == FieldErrorKind.Forbidden && error.Path == "spec.metrics";

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        foreach (var (planned, hpa) in plan.Planned<V2HorizontalPodAutoscaler>().Where(a => a.Object.Spec?.MinReplicas == 0))
        {
            var at = plan.Workload(hpa.Spec.ScaleTargetRef?.Name ?? "")?.Scaling?.ReplicaBounds?.At ?? plan.Place<HorizontalScalingPolicy>(hpa.Spec.ScaleTargetRef?.Name ?? "");
            if (!plan.Context.Cluster.ScalesToZero)
            {
                yield return Found(plan, planned, "minReplicas is 0, but the cluster is not said to have the feature gate HPAScaleToZero", at);
            }

            if (!(hpa.Spec.Metrics ?? []).Any(m => m.Type is "Object" or "External"))
            {
                yield return Found(plan, planned, $"minReplicas is 0 with {hpa.Spec.Metrics?.Count ?? 0} metrics, none of them Object or External", at);
            }
        }
    }
}

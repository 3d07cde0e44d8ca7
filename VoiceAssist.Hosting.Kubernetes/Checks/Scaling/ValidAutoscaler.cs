using k8s.Models;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Validation;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Scaling;

/// <summary>What the API server says of an autoscaler, said before it is sent there.</summary>
internal sealed class ValidAutoscaler : EnvironmentCheck
{
    // Whether scaling to zero is possible is a check of its own; here 0 is only a number.
    private static readonly ControllerSettings Settings = ControllerSettings.Default with { ScaleToZero = true };

    public override CheckDescription Description { get; } = new("VAK201", Severity.Error, "The API server would refuse the autoscaler")
    {
        Why = "Minimum above maximum, a stabilization window outside 0 to 3600 s, a policy period outside 1 to 1800 s, a metric whose target does not fit its type: "
            + "`kubectl apply` stops at such an object, after having applied others.",
        Do = "Change the figure that is named; each environment is checked as it will be applied.",
        Sample = "api.WithHorizontalScaling(s => s.Replicas(2, 10).ScaleDown(d => d.Stabilize(TimeSpan.FromMinutes(5)).Pods(1, TimeSpan.FromMinutes(5))));",
        Source = "kubernetes/kubernetes pkg/apis/autoscaling/validation/validation.go",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from planned in plan.Objects
        let autoscaler = planned.Object as V2HorizontalPodAutoscaler ?? (planned.Object is KedaScaledObject keda ? MadeBy(keda) : null)
        where autoscaler is not null
        from error in HorizontalPodAutoscalerValidator.Validate(autoscaler, Settings)
        where !ScaleToZero.IsAboutZero(error)
        select Found(plan, planned, error.ToString(), plan.Place<HorizontalScalingPolicy>(autoscaler.Spec?.ScaleTargetRef?.Name ?? ""));

    /// <summary>The HPA that KEDA would make, without the metrics, whose form is KEDA's own affair.</summary>
    private static V2HorizontalPodAutoscaler MadeBy(KedaScaledObject scaled) => new()
    {
        Metadata = new() { Name = scaled.Spec.Advanced?.HorizontalPodAutoscalerConfig.Name is { Length: > 0 } name ? name : $"keda-hpa-{scaled.Metadata.Name}" },
        Spec = new()
        {
            ScaleTargetRef = new() { ApiVersion = scaled.Spec.ScaleTargetRef.ApiVersion, Kind = scaled.Spec.ScaleTargetRef.Kind, Name = scaled.Spec.ScaleTargetRef.Name },
            MinReplicas = scaled.Spec.MinReplicaCount,
            MaxReplicas = scaled.Spec.MaxReplicaCount,
            Behavior = scaled.Spec.Advanced?.HorizontalPodAutoscalerConfig.Behavior,
        },
    };
}

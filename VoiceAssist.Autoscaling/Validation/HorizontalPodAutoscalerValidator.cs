using k8s.Models;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Validation;

/// <summary>Refuses what the API server refuses, with its reasons and field paths (<c>pkg/apis/autoscaling/validation</c>, 1.36).</summary>
public static class HorizontalPodAutoscalerValidator
{
    /// <summary>Every reason the API server would give, in its order; empty when it would accept the object.</summary>
    /// <remarks>
    /// Defaults are filled in first, as the API server does, so an unset <c>minReplicas</c> counts as 1. The rules are those for a new
    /// object: an update of one that was stored before a rule existed may keep what the rule forbids.
    /// </remarks>
    public static IReadOnlyList<FieldError> Validate(V2HorizontalPodAutoscaler autoscaler, ControllerSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(autoscaler);
        var errors = new FieldErrors();
        NameRules.Subdomain(errors, "metadata.name", autoscaler.Metadata?.Name);
        if (autoscaler.Spec is not { } spec)
        {
            errors.Required("spec", "");
            return errors.All;
        }

        var min = spec.MinReplicas ?? 1;
        CheckReplicas(errors, min, spec.MaxReplicas, lowest: settings is { ScaleToZero: true } ? 0 : 1);
        ReferenceRules.Check(errors, "spec.scaleTargetRef", spec.ScaleTargetRef, coreGroup: spec.ScaleTargetRef?.Kind == "ReplicationController");
        MetricRules.Check(errors, "spec.metrics", spec.Metrics ?? [], min);
        BehaviorRules.Check(errors, "spec.behavior", spec.Behavior, settings ?? ControllerSettings.Default);
        return errors.All;
    }

    /// <summary>As <see cref="Validate"/>, but throws.</summary>
    /// <exception cref="InvalidAutoscalerException">The API server would refuse the object.</exception>
    public static void ThrowIfInvalid(V2HorizontalPodAutoscaler autoscaler, ControllerSettings? settings = null)
    {
        if (Validate(autoscaler, settings) is { Count: > 0 } errors)
        {
            throw new InvalidAutoscalerException(autoscaler.Metadata?.Name ?? "(unnamed)", errors);
        }
    }

    private static void CheckReplicas(FieldErrors errors, int min, int max, int lowest)
    {
        if (min < lowest)
        {
            errors.Invalid("spec.minReplicas", min, $"must be greater than or equal to {lowest}");
        }

        if (max < 1)
        {
            errors.Invalid("spec.maxReplicas", max, "must be greater than 0");
        }

        if (max < min)
        {
            errors.Invalid("spec.maxReplicas", max, "must be greater than or equal to `minReplicas`");
        }
    }
}

using k8s.Models;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Validation;

/// <summary>The API server's rules for <c>spec.behavior</c>.</summary>
internal static class BehaviorRules
{
    private const int LongestWindowSeconds = 3600;
    private const int LongestPeriodSeconds = 1800;

    public static void Check(FieldErrors errors, string path, V2HorizontalPodAutoscalerBehavior? behavior, ControllerSettings settings)
    {
        CheckRules(errors, $"{path}.scaleUp", behavior?.ScaleUp, settings);
        CheckRules(errors, $"{path}.scaleDown", behavior?.ScaleDown, settings);
    }

    private static void CheckRules(FieldErrors errors, string path, V2HPAScalingRules? rules, ControllerSettings settings)
    {
        if (rules is null)
        {
            return;
        }

        if (rules.StabilizationWindowSeconds is < 0)
        {
            errors.Invalid($"{path}.stabilizationWindowSeconds", rules.StabilizationWindowSeconds, "must be greater than or equal to zero");
        }

        if (rules.StabilizationWindowSeconds is > LongestWindowSeconds)
        {
            errors.Invalid($"{path}.stabilizationWindowSeconds", rules.StabilizationWindowSeconds, $"must be less than or equal to {LongestWindowSeconds}");
        }

        if (rules.SelectPolicy is not (null or "Max" or "Min" or "Disabled"))
        {
            errors.NotSupported($"{path}.selectPolicy", rules.SelectPolicy, "Disabled", "Max", "Min");
        }

        // An absent list is filled with the defaults before validation; only an empty one reaches it.
        if (rules.Policies is { Count: 0 })
        {
            errors.Required($"{path}.policies", "must specify at least one Policy");
        }

        for (var i = 0; i < (rules.Policies?.Count ?? 0); i++)
        {
            CheckPolicy(errors, $"{path}.policies[{i}]", rules.Policies![i]);
        }

        CheckTolerance(errors, $"{path}.tolerance", rules.Tolerance, settings);
    }

    private static void CheckPolicy(FieldErrors errors, string path, V2HPAScalingPolicy policy)
    {
        if (policy.Type is not ("Pods" or "Percent"))
        {
            errors.NotSupported($"{path}.type", policy.Type, "Percent", "Pods");
        }

        if (policy.Value <= 0)
        {
            errors.Invalid($"{path}.value", policy.Value, "must be greater than zero");
        }

        if (policy.PeriodSeconds <= 0)
        {
            errors.Invalid($"{path}.periodSeconds", policy.PeriodSeconds, "must be greater than zero");
        }

        if (policy.PeriodSeconds > LongestPeriodSeconds)
        {
            errors.Invalid($"{path}.periodSeconds", policy.PeriodSeconds, $"must be less than or equal to {LongestPeriodSeconds}");
        }
    }

    private static void CheckTolerance(FieldErrors errors, string path, ResourceQuantity? tolerance, ControllerSettings settings)
    {
        // With the gate off the API server drops the field silently instead of refusing it.
        if (tolerance is not null && settings.ConfigurableTolerance
            && QuantityText.Parse(tolerance.ToString(), path) is { Sign: < 0 } value)
        {
            errors.Invalid(path, value.ToString(), "must be greater than or equal to 0");
        }
    }
}

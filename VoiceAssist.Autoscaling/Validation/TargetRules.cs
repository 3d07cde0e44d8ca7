using k8s.Models;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Validation;

/// <summary>The API server's rules for a metric's identifier and target.</summary>
internal static class TargetRules
{
    public static void CheckIdentifier(FieldErrors errors, string path, V2MetricIdentifier? identifier)
    {
        if (string.IsNullOrEmpty(identifier?.Name))
        {
            errors.Required($"{path}.name", "must specify a metric name");
        }
        else
        {
            NameRules.PathSegment(errors, $"{path}.name", identifier.Name);
        }
    }

    /// <summary>The target of a Resource or ContainerResource metric: exactly one of utilization and average value.</summary>
    public static void CheckPodTarget(FieldErrors errors, string path, V2MetricTarget? target)
    {
        Check(errors, path, target);
        if (target?.AverageUtilization is null && target?.AverageValue is null)
        {
            errors.Required($"{path}.averageUtilization", "must set either a target raw value or a target utilization");
        }

        if (target is { AverageUtilization: not null, AverageValue: not null })
        {
            errors.Forbidden($"{path}.averageValue", "may not set both a target raw value and a target utilization");
        }
    }

    public static void Check(FieldErrors errors, string path, V2MetricTarget? target)
    {
        if (string.IsNullOrEmpty(target?.Type))
        {
            errors.Required($"{path}.type", "must specify a metric target type");
        }

        if (target?.Type is not ("Utilization" or "Value" or "AverageValue"))
        {
            errors.Invalid($"{path}.type", target?.Type ?? "", "must be either Utilization, Value, or AverageValue");
        }

        CheckPositive(errors, $"{path}.value", target?.Value);
        CheckPositive(errors, $"{path}.averageValue", target?.AverageValue);
        if (target?.AverageUtilization is < 1)
        {
            errors.Invalid($"{path}.averageUtilization", target.AverageUtilization, "must be greater than 0");
        }
    }

    private static void CheckPositive(FieldErrors errors, string path, ResourceQuantity? quantity)
    {
        if (quantity is not null && QuantityText.Parse(quantity.ToString(), path) is { Sign: < 1 } value)
        {
            errors.Invalid(path, value.ToString(), "must be positive");
        }
    }
}

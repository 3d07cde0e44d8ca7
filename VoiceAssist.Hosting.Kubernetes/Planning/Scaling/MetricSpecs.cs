using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>From a policy's metric to an entry of <c>spec.metrics</c>.</summary>
internal static class MetricSpecs
{
    public static V2MetricSpec Of(ScalingMetric metric)
    {
        var target = Target(metric.Target);
        return metric.Source switch
        {
            ScalingMetricSource.Resource => new() { Type = "Resource", Resource = new() { Name = metric.Name, Target = target } },
            ScalingMetricSource.ContainerResource => new()
            {
                Type = "ContainerResource",
                ContainerResource = new() { Name = metric.Name, Container = metric.Container, Target = target },
            },
            ScalingMetricSource.Pods => new() { Type = "Pods", Pods = new() { Metric = Identifier(metric), Target = target } },
            ScalingMetricSource.Object => new()
            {
                Type = "Object",
                ObjectProperty = new() { DescribedObject = Reference(metric.DescribedObject!), Metric = Identifier(metric), Target = target },
            },
            ScalingMetricSource.External => new() { Type = "External", External = new() { Metric = Identifier(metric), Target = target } },
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric.Source, $"The metric source at {metric.At} is not one of autoscaling/v2."),
        };
    }

    private static V2MetricTarget Target(ScalingTarget target) => target.Kind switch
    {
        ScalingTargetKind.Utilization => new() { Type = "Utilization", AverageUtilization = target.Percent },
        ScalingTargetKind.AverageValue => new() { Type = "AverageValue", AverageValue = new(target.Quantity) },
        _ => new() { Type = "Value", Value = new(target.Quantity) },
    };

    private static V2MetricIdentifier Identifier(ScalingMetric metric) => new()
    {
        Name = metric.Name,
        Selector = metric.Selector.Count == 0
            ? null
            : new() { MatchLabels = new SortedDictionary<string, string>(metric.Selector.ToDictionary(), StringComparer.Ordinal) },
    };

    private static V2CrossVersionObjectReference Reference(ScaledObject describedObject) => new()
    {
        ApiVersion = describedObject.ApiVersion,
        Kind = describedObject.Kind,
        Name = describedObject.Name,
    };
}

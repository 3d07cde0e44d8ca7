using System.Text.Json.Nodes;
using k8s.Models;

namespace VoiceAssist.Autoscaling.Tests.Vectors;

/// <summary>From a vector's metric to the API's metric specification.</summary>
internal static class VectorMetric
{
    public static V2MetricSpec Spec(JsonNode metric)
    {
        var source = (string)metric["source"]!;
        var resource = (string?)metric["resource"] ?? "cpu";
        var target = Target(metric["target"]);
        var identifier = new V2MetricIdentifier { Name = "metric" };
        return new()
        {
            Type = source,
            Resource = source == "Resource" ? new() { Name = resource, Target = target } : null,
            ContainerResource = source == "ContainerResource"
                ? new() { Name = resource, Container = (string?)metric["container"], Target = target }
                : null,
            Pods = source == "Pods" ? new() { Metric = identifier, Target = target } : null,
            External = source == "External" ? new() { Metric = identifier, Target = target } : null,
            ObjectProperty = source == "Object"
                ? new() { Metric = identifier, Target = target, DescribedObject = new() { Kind = "Service", Name = "some" } }
                : null,
        };
    }

    private static V2MetricTarget? Target(JsonNode? target) => target is null ? null : new()
    {
        Type = (string)target["type"]!,
        AverageUtilization = (int?)target["utilization"],
        AverageValue = (string)target["type"]! == "AverageValue" ? Quantity(target) : null,
        Value = (string)target["type"]! == "Value" ? Quantity(target) : null,
    };

    private static ResourceQuantity Quantity(JsonNode target) => new($"{target["milli"]}m");
}

using k8s.Models;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Specs;

/// <summary>From the API type to <see cref="AutoscalerSpec"/>, with the defaults of <c>pkg/apis/autoscaling/v2/defaults.go</c>.</summary>
internal static class SpecReader
{
    private static readonly MetricSpec DefaultMetric =
        new(MetricSourceKind.Resource, "cpu", null, new(TargetKind.Utilization, 80));

    public static AutoscalerSpec Read(V2HorizontalPodAutoscaler autoscaler)
    {
        var spec = autoscaler.Spec ?? throw new ArgumentException("The autoscaler has no spec.", nameof(autoscaler));
        var metrics = spec.Metrics is { Count: > 0 } given ? given.Select(ReadMetric).ToArray() : [DefaultMetric];
        return new(
            $"{autoscaler.Metadata?.NamespaceProperty ?? "default"}/{autoscaler.Metadata?.Name}",
            spec.MinReplicas ?? 1,
            spec.MaxReplicas,
            metrics,
            ReadBehavior(spec.Behavior));
    }

    public static Behavior? ReadBehavior(V2HorizontalPodAutoscalerBehavior? behavior) =>
        behavior is null
            ? null
            : new(ReadRules(behavior.ScaleUp, ScalingRules.DefaultUp), ReadRules(behavior.ScaleDown, ScalingRules.DefaultDown));

    public static MetricSpec ReadMetric(V2MetricSpec metric) => metric.Type switch
    {
        "Resource" => new(MetricSourceKind.Resource, metric.Resource?.Name ?? "", null, ReadPodTarget(metric.Resource?.Target)),
        "ContainerResource" => new(
            MetricSourceKind.ContainerResource,
            metric.ContainerResource?.Name ?? "",
            metric.ContainerResource?.Container,
            ReadPodTarget(metric.ContainerResource?.Target)),
        "Pods" => new(MetricSourceKind.Pods, metric.Pods?.Metric?.Name ?? "", null, ReadAverage(metric.Pods?.Target)),
        "Object" => new(MetricSourceKind.Object, metric.ObjectProperty?.Metric?.Name ?? "", null, ReadTotalTarget(MetricSourceKind.Object, metric.ObjectProperty?.Target)),
        "External" => new(MetricSourceKind.External, metric.External?.Metric?.Name ?? "", null, ReadTotalTarget(MetricSourceKind.External, metric.External?.Target)),
        _ => new(MetricSourceKind.Unknown, metric.Type ?? "", null, default),
    };

    // The controller prefers averageValue over averageUtilization whatever target.type says.
    private static MetricTarget ReadPodTarget(V2MetricTarget? target) => target switch
    {
        { AverageValue: not null } => ReadAverage(target),
        { AverageUtilization: { } percent } => new(TargetKind.Utilization, percent),
        _ => default,
    };

    // An Object metric goes by target.type, an External one by the field that is set.
    private static MetricTarget ReadTotalTarget(MetricSourceKind kind, V2MetricTarget? target) => (kind, target) switch
    {
        (MetricSourceKind.Object, { Type: not ("Value" or "AverageValue") }) => default,
        (MetricSourceKind.Object, { Type: "AverageValue" }) or (MetricSourceKind.External, { AverageValue: not null }) => ReadAverage(target),
        (_, { Value: { } value }) => new(TargetKind.Value, Milli.From(value)),
        _ => default,
    };

    private static MetricTarget ReadAverage(V2MetricTarget? target) =>
        target?.AverageValue is { } value ? new(TargetKind.AverageValue, Milli.From(value)) : default;

    private static ScalingRules ReadRules(V2HPAScalingRules? rules, ScalingRules defaults) =>
        rules is null
            ? defaults
            : new(
                rules.StabilizationWindowSeconds ?? defaults.StabilizationWindowSeconds,
                rules.SelectPolicy is null ? defaults.Selection : Enum.Parse<PolicySelection>(rules.SelectPolicy),
                rules.Policies is null ? defaults.Policies : [.. rules.Policies.Select(ReadPolicy)],
                rules.Tolerance is null ? null : QuantityText.Parse(rules.Tolerance.ToString(), "Tolerance").ToDoubleAsStored());

    private static ScalingPolicy ReadPolicy(V2HPAScalingPolicy policy) =>
        new(Enum.Parse<PolicyKind>(policy.Type), policy.Value, policy.PeriodSeconds);
}

using k8s.Models;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Specs;

public class AutoscalerSpecTests
{
    [Fact]
    public void Without_metrics_cpu_at_80_percent_is_the_default()
    {
        var metric = Assert.Single(Read(new() { MaxReplicas = 5 }).Metrics);
        Assert.Equal(("cpu", new MetricTarget(TargetKind.Utilization, 80)), (metric.Name, metric.Target));
    }

    [Fact]
    public void Without_a_minimum_it_is_one() => Assert.Equal(1, Read(new() { MaxReplicas = 5 }).MinReplicas);

    [Fact]
    public void Without_a_behavior_there_are_no_rules_at_all() => Assert.Null(Read(new() { MaxReplicas = 5 }).Behavior);

    [Fact]
    public void An_empty_behavior_gets_all_defaults()
    {
        var behavior = Read(new() { MaxReplicas = 5, Behavior = new() }).Behavior!;
        Assert.Equal((0, PolicySelection.Max), (behavior.Up.StabilizationWindowSeconds, behavior.Up.Selection));
        Assert.Equal([new(PolicyKind.Pods, 4, 15), new(PolicyKind.Percent, 100, 15)], behavior.Up.Policies);
        Assert.Equal((null, PolicySelection.Max), (behavior.Down.StabilizationWindowSeconds, behavior.Down.Selection));
        Assert.Equal([new(PolicyKind.Percent, 100, 15)], behavior.Down.Policies);
    }

    [Fact]
    public void Each_unset_field_gets_its_own_default_and_a_given_list_replaces_the_default_list()
    {
        var up = Read(new()
        {
            MaxReplicas = 5,
            Behavior = new() { ScaleUp = new() { SelectPolicy = "Min", Policies = [new() { Type = "Pods", Value = 1, PeriodSeconds = 60 }] } },
        }).Behavior!.Up;
        Assert.Equal((0, PolicySelection.Min), (up.StabilizationWindowSeconds, up.Selection));
        Assert.Equal([new(PolicyKind.Pods, 1, 60)], up.Policies);
    }

    [Fact]
    public void Targets_are_counted_in_thousandths_rounded_up()
    {
        var spec = Read(new()
        {
            MaxReplicas = 5,
            Metrics = [new() { Type = "Pods", Pods = new() { Metric = new() { Name = "m" }, Target = new() { Type = "AverageValue", AverageValue = new("1500u") } } }],
        });
        Assert.Equal(new(TargetKind.AverageValue, 2), spec.Metrics[0].Target);
    }

    [Theory]
    [InlineData("Value", TargetKind.Value, 60_000)]
    [InlineData("AverageValue", TargetKind.AverageValue, 50_000)]
    [InlineData("Utilization", TargetKind.None, 0)]
    public void An_object_metric_goes_by_its_targets_type(string type, TargetKind kind, long milli)
    {
        var target = new V2MetricTarget { Type = type, Value = new("60"), AverageValue = new("50") };
        var spec = Read(new()
        {
            MaxReplicas = 5,
            Metrics = [new() { Type = "Object", ObjectProperty = new() { Metric = new() { Name = "m" }, DescribedObject = new(), Target = target } }],
        });
        Assert.Equal(new(kind, milli), spec.Metrics[0].Target);
    }

    private static AutoscalerSpec Read(V2HorizontalPodAutoscalerSpec spec) =>
        AutoscalerSpec.From(new() { Metadata = new() { Name = "hpa" }, Spec = spec });
}

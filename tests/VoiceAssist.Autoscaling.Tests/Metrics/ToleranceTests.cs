using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Metrics;

public class ToleranceTests
{
    [Theory]
    [InlineData(0.9, true)]
    [InlineData(0.8999999, false)]
    [InlineData(33.0 / 30, true)] // |1 - 33/30| is 0.10000000000000009
    [InlineData(1.1000001, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void Both_edges_belong_to_the_tolerance(double ratio, bool inside) =>
        Assert.Equal(inside, new Tolerance(0.1, 0.1).Contains(ratio));

    [Theory]
    [InlineData(0.6, true)]
    [InlineData(1.01, false)]
    public void Each_direction_has_its_own_width(double ratio, bool inside) =>
        Assert.Equal(inside, new Tolerance(0.5, 0.0).Contains(ratio));

    [Theory]
    [InlineData(true, 0.3, 0.2)]
    [InlineData(false, 0.1, 0.1)]
    public void The_autoscalers_own_tolerance_counts_only_with_the_gate_on(bool gate, double down, double up)
    {
        var behavior = new Behavior(ScalingRules.DefaultUp with { Tolerance = 0.2 }, ScalingRules.DefaultDown with { Tolerance = 0.3 });
        Assert.Equal(new(down, up), Tolerance.For(behavior, new() { ConfigurableTolerance = gate }));
    }

    [Fact]
    public void A_direction_without_its_own_tolerance_keeps_the_clusters()
    {
        var behavior = new Behavior(ScalingRules.DefaultUp with { Tolerance = 0.2 }, ScalingRules.DefaultDown);
        Assert.Equal(new(0.15, 0.2), Tolerance.For(behavior, new() { Tolerance = 0.15 }));
    }
}

using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Metrics;

public class TotalMetricTests
{
    [Theory]
    [InlineData(60_000, 4)] // on target
    [InlineData(66_000, 4)] // 1.1
    [InlineData(66_001, 5)]
    [InlineData(54_000, 4)] // 0.9
    [InlineData(53_999, 4)] // 0.89998 × 4, rounded up
    [InlineData(30_000, 2)]
    [InlineData(0, 0)]
    public void A_value_target_multiplies_the_ready_pods(long total, int expected) =>
        Assert.Equal(expected, Evaluate(Samples.ExternalValue(60_000), 4, 4, Samples.Pods(4), total).Proposal);

    [Fact]
    public void Only_running_and_ready_pods_are_multiplied()
    {
        var pods = Samples.Pods(4);
        pods[0] = pods[0] with { Phase = PodPhase.Pending };
        pods[1] = pods[1] with { Ready = new(false, Samples.Ago(100)) };
        pods[2] = pods[2] with { Ready = null };
        Assert.Equal(2, Evaluate(Samples.ExternalValue(60_000), 4, 4, pods, 120_000).Proposal);
    }

    [Fact]
    public void With_no_ready_pod_a_value_target_proposes_zero()
    {
        var pods = Samples.Pods(2).Select(p => p with { Ready = null }).ToArray();
        Assert.Equal(0, Evaluate(Samples.ExternalValue(60_000), 2, 2, pods, 120_000).Proposal);
    }

    [Fact]
    public void With_no_pod_at_all_a_value_target_fails() =>
        Assert.True(Evaluate(Samples.ExternalValue(60_000), 2, 2, [], 120_000).HasFailed);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1050, 2)]
    public void From_zero_a_value_target_has_no_tolerance(long total, int expected) =>
        Assert.Equal(expected, Evaluate(Samples.ExternalValue(1000), 0, 0, [], total).Proposal);

    [Theory]
    [InlineData(4, 4, 95_000, 2)]
    [InlineData(4, 5, 260_000, 5)] // 1.04 of five existing pods: the five stay, not the four asked for
    [InlineData(4, 5, 300_000, 6)]
    [InlineData(5, 4, 260_000, 6)]
    public void A_per_pod_target_compares_with_the_pods_that_exist(int asked, int exist, long total, int expected) =>
        Assert.Equal(expected, Evaluate(Samples.ExternalAverage(50_000), asked, exist, [], total).Proposal);

    [Fact]
    public void A_per_pod_target_shows_the_average_rounded_up() =>
        Assert.Equal(31_667, Evaluate(Samples.ExternalAverage(20_000), 3, 3, [], 95_000).Value);

    [Fact]
    public void A_per_pod_target_works_from_zero() =>
        Assert.Equal((3, 0L), (Evaluate(Samples.ExternalAverage(50_000), 0, 0, [], 101_000).Proposal, Evaluate(Samples.ExternalAverage(50_000), 0, 0, [], 101_000).Value));

    [Fact]
    public void Several_series_are_added_and_saturate()
    {
        Assert.Equal(9000, Evaluate(Samples.ExternalValue(1000), 1, 1, Samples.Pods(1), 4000, 5000).Value);
        Assert.Equal((long.MaxValue, int.MaxValue), Pair(Evaluate(Samples.ExternalValue(1), 1, 1, Samples.Pods(1), long.MaxValue, long.MaxValue)));
        Assert.Equal(long.MinValue, Evaluate(Samples.ExternalValue(1), 1, 1, Samples.Pods(1), long.MinValue, -1).Value);

        static (long, int) Pair(MetricEvaluation e) => (e.Value, e.Proposal);
    }

    [Fact]
    public void A_sum_that_reached_the_largest_number_stays_there() =>
        Assert.Equal(long.MaxValue, Evaluate(Samples.ExternalValue(1), 1, 1, Samples.Pods(1), long.MaxValue, 1, -5000).Value);

    // Upstream takes every sum below zero for one that wrapped round.
    [Theory]
    [InlineData(new long[] { -1 })]
    [InlineData(new[] { long.MaxValue, 1L })]
    [InlineData(new long[] { -1, 5000 })]
    public void A_per_pod_target_of_an_external_metric_takes_a_negative_sum_for_the_largest_number(long[] series)
    {
        var result = Evaluate(Samples.ExternalAverage(1000), 1, 1, [], series);
        Assert.Equal((int.MaxValue, long.MaxValue), (result.Proposal, result.Value));
    }

    [Fact]
    public void A_negative_object_metric_stays_negative() =>
        Assert.Equal(-2, Evaluate(new(MetricSourceKind.Object, "m", null, new(TargetKind.AverageValue, 1000)), 1, 1, [], -2000).Proposal);

    [Fact]
    public void An_empty_series_is_a_failure() =>
        Assert.Contains("no metrics returned", Evaluate(Samples.ExternalValue(1), 1, 1, Samples.Pods(1)).Error, StringComparison.Ordinal);

    private static MetricEvaluation Evaluate(MetricSpec metric, int asked, int exist, PodObservation[] pods, params long[] series) =>
        MetricEvaluator.Evaluate(
            metric,
            MetricObservation.OfValues(series),
            Samples.Seen(asked, pods) with { StatusReplicas = exist },
            new(0.1, 0.1),
            ControllerSettings.Default);
}

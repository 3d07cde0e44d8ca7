using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Metrics;

public class PodMetricTests
{
    [Theory]
    [InlineData(50, 3, new long[] { 500, 500, 500 }, 3)] // on target
    [InlineData(50, 3, new long[] { 550, 550, 550 }, 3)] // 1.1 exactly
    [InlineData(50, 3, new long[] { 560, 560, 560 }, 4)] // 1.12 × 3 = 3.36
    [InlineData(50, 3, new long[] { 559, 559, 559 }, 3)] // 55.9 % counts as 55 %: 1.1
    [InlineData(50, 4, new long[] { 450, 450, 450, 450 }, 4)] // 0.9 exactly
    [InlineData(50, 4, new long[] { 449, 449, 449, 449 }, 4)] // 44 %: 0.88 × 4 = 3.52
    [InlineData(50, 4, new long[] { 200, 200, 200, 200 }, 2)] // 0.4 × 4 = 1.6
    [InlineData(50, 2, new long[] { 0, 0 }, 0)]
    public void A_utilization_proposes_ratio_times_pods_rounded_up(int target, int current, long[] usage, int expected) =>
        Assert.Equal(expected, Evaluate(Samples.Cpu(target), current, Samples.Pods(usage.Length), Samples.PerPod([.. usage])).Proposal);

    [Fact]
    public void Ratio_is_multiplied_by_the_pods_counted_not_by_the_replicas_asked_for() =>
        Assert.Equal(8, Evaluate(Samples.Cpu(50), current: 2, Samples.Pods(4), Samples.PerPod(1000, 1000, 1000, 1000)).Proposal);

    [Fact]
    public void Inside_the_tolerance_the_replicas_asked_for_stay() =>
        Assert.Equal(2, Evaluate(Samples.Cpu(50), current: 2, Samples.Pods(4), Samples.PerPod(500, 500, 500, 500)).Proposal);

    [Fact]
    public void Average_values_are_truncated_to_whole_thousandths()
    {
        var result = Evaluate(Samples.PodsAverage(50), 3, Samples.Pods(3), Samples.PerPod(55, 56, 56));
        Assert.Equal((55, 3, ProposalRule.WithinTolerance), (result.Value, result.Proposal, result.Rule));
    }

    [Fact]
    public void Unready_pods_count_as_idle_on_the_way_up()
    {
        var pods = Samples.Pods(4);
        pods[3] = pods[3] with { Phase = PodPhase.Pending };
        var result = Evaluate(Samples.Cpu(50), 4, pods, Samples.PerPod(1000, 1000, 1000, null));
        Assert.Equal((6, 1.5, 4), (result.Proposal, result.FilledRatio, result.PodsMultiplied));
    }

    [Fact]
    public void Unready_pods_stay_out_on_the_way_down()
    {
        var pods = Samples.Pods(4);
        pods[3] = pods[3] with { Phase = PodPhase.Pending };
        Assert.Equal(1, Evaluate(Samples.Cpu(50), 4, pods, Samples.PerPod(100, 100, 100, null)).Proposal);
    }

    [Fact]
    public void Missing_pods_count_as_fully_used_on_the_way_down()
    {
        // (400 + 1000 + 1000) of 3000 is 80 % of the target 100.
        var result = Evaluate(Samples.Cpu(100), 3, Samples.Pods(3), Samples.PerPod(400, null, null));
        Assert.Equal((0.8, 3), (result.FilledRatio, result.Proposal));
    }

    [Fact]
    public void Missing_pods_count_at_the_target_when_that_is_above_their_request()
    {
        // (300 + 3 × 2000) of 4000 is 157 of 200 percent: 0.785 × 4 = 3.14.
        Assert.Equal(4, Evaluate(Samples.Cpu(200), 4, Samples.Pods(4), Samples.PerPod(300, null, null, null)).Proposal);
        Assert.Equal(0.785, Evaluate(Samples.Cpu(200), 4, Samples.Pods(4), Samples.PerPod(300, null, null, null)).FilledRatio);
    }

    [Fact]
    public void Missing_pods_count_as_idle_on_the_way_up()
    {
        var result = Evaluate(Samples.Cpu(50), 4, Samples.Pods(4), Samples.PerPod(1000, 1000, 1000, null));
        Assert.Equal((1.5, 6), (result.FilledRatio, result.Proposal));
    }

    [Fact]
    public void At_exactly_the_target_missing_pods_stay_out()
    {
        var result = Evaluate(Samples.Cpu(50), 3, Samples.Pods(3), Samples.PerPod(500, 500, null));
        Assert.Equal((1.0, 2, ProposalRule.WithinToleranceOnceFilled), (result.FilledRatio, result.PodsMultiplied, result.Rule));
    }

    [Fact]
    public void Missing_pods_of_an_average_value_count_at_the_target_on_the_way_down()
    {
        var result = Evaluate(Samples.PodsAverage(10_000), 4, Samples.Pods(4), Samples.PerPod(0, 0, null, null));
        Assert.Equal((0.5, 2), (result.FilledRatio, result.Proposal));
    }

    [Fact]
    public void A_reduction_that_filled_pods_turn_into_growth_means_stay()
    {
        // 30 % of one pod; with three missing pods at their full request it is 82 % of the target 50.
        var result = Evaluate(Samples.Cpu(50), 4, Samples.Pods(4), Samples.PerPod(300, null, null, null));
        Assert.Equal((1.64, 4, ProposalRule.DirectionReversedOnceFilled), (result.FilledRatio, result.Proposal, result.Rule));
    }

    [Fact]
    public void A_growth_that_filled_pods_turn_into_a_reduction_means_stay()
    {
        var result = Evaluate(Samples.Cpu(50), 4, Samples.Pods(4), Samples.PerPod(700, null, null, null));
        Assert.Equal((4, ProposalRule.DirectionReversedOnceFilled), (result.Proposal, result.Rule));
    }

    [Fact]
    public void Filled_pods_within_the_tolerance_mean_stay()
    {
        var result = Evaluate(Samples.Cpu(50), 4, Samples.Pods(4), Samples.PerPod(700, 700, 700, null));
        Assert.Equal((4, ProposalRule.WithinToleranceOnceFilled), (result.Proposal, result.Rule));
    }

    [Fact]
    public void A_ratio_above_one_never_shrinks_when_pods_are_fewer_than_replicas()
    {
        // Three pods exist of ten; 1.32 × 3, rounded up, would be 4.
        var result = Evaluate(Samples.Cpu(50), 10, Samples.Pods(3), Samples.PerPod(1000, 1000, null));
        Assert.Equal((10, ProposalRule.CountAgainstDirection), (result.Proposal, result.Rule));
    }

    [Fact]
    public void A_ratio_below_one_never_grows_when_surge_pods_are_more_than_replicas()
    {
        var result = Evaluate(Samples.Cpu(100), 2, Samples.Pods(5), Samples.PerPod(500, 500, 500, 500, null));
        Assert.Equal((2, ProposalRule.CountAgainstDirection), (result.Proposal, result.Rule));
    }

    [Fact]
    public void A_deleted_pods_sample_is_dropped()
    {
        var pods = Samples.Pods(3);
        pods[2] = pods[2] with { Deleting = true };
        Assert.Equal(2, Evaluate(Samples.Cpu(50), 2, pods, Samples.PerPod(500, 500, 9000)).Proposal);
    }

    [Fact]
    public void A_sample_of_an_unknown_pod_counts_in_an_average_but_has_no_request()
    {
        var samples = MetricObservation.OfPods([Samples.Sample("pod-0", 100), Samples.Sample("stranger", 900)]);
        Assert.Equal(500, Evaluate(Samples.PodsAverage(500), 1, Samples.Pods(1), samples).Value);
        Assert.Equal(10, Evaluate(Samples.Cpu(50), 1, Samples.Pods(1), samples).Utilization);
    }

    [Fact]
    public void Samples_in_another_order_than_the_pods_are_found_by_name()
    {
        var samples = MetricObservation.OfPods([Samples.Sample("pod-1", 800), Samples.Sample("pod-0", 200)]);
        Assert.Equal(50, Evaluate(Samples.Cpu(50), 2, Samples.Pods(2), samples).Utilization);
    }

    [Fact]
    public void A_container_metric_divides_by_that_containers_request_alone()
    {
        var pods = Samples.Pods(1);
        pods[0] = pods[0] with { Containers = [.. pods[0].Containers, new("sidecar", [])] };
        var metric = new MetricSpec(MetricSourceKind.ContainerResource, "cpu", "app", new(TargetKind.Utilization, 50));
        Assert.Equal(80, Evaluate(metric, 1, pods, Samples.PerPod(800)).Utilization);
        Assert.Contains("missing request for cpu in container sidecar of Pod pod-0", Evaluate(Samples.Cpu(50), 1, pods, Samples.PerPod(800)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pod_level_request_replaces_the_containers_but_not_for_a_named_container()
    {
        var pods = Samples.Pods(1);
        pods[0] = pods[0] with { PodRequests = [KeyValuePair.Create("cpu", 2000L)] };
        var container = new MetricSpec(MetricSourceKind.ContainerResource, "cpu", "app", new(TargetKind.Utilization, 50));
        Assert.Equal(40, Evaluate(Samples.Cpu(50), 1, pods, Samples.PerPod(800)).Utilization);
        Assert.Equal(80, Evaluate(container, 1, pods, Samples.PerPod(800)).Utilization);
    }

    [Fact]
    public void With_pod_level_requests_a_resource_that_is_not_among_them_fails_the_metric()
    {
        var pods = Samples.Pods(1);
        pods[0] = pods[0] with { PodRequests = [KeyValuePair.Create("memory", 1_000_000L)] };
        Assert.Equal("missing pod-level request for cpu in Pod pod-0", Evaluate(Samples.Cpu(50), 1, pods, Samples.PerPod(800)).Error);
    }

    [Fact]
    public void A_pod_without_the_named_container_fails_the_metric()
    {
        var pods = Samples.Pods(2);
        pods[1] = pods[1] with { Containers = [new("old", pods[1].Containers[0].Milli)] };
        var metric = new MetricSpec(MetricSourceKind.ContainerResource, "cpu", "app", new(TargetKind.Utilization, 50));
        Assert.Equal("container app not found in Pod pod-1", Evaluate(metric, 2, pods, Samples.PerPod(800)).Error);
    }

    [Fact]
    public void Where_no_sample_counts_requests_are_not_looked_at()
    {
        var pods = Samples.Pods(1).Select(p => p with { Phase = PodPhase.Pending, Containers = [new("app", [])] }).ToArray();
        Assert.Contains("did not receive metrics", Evaluate(Samples.Cpu(50), 1, pods, Samples.PerPod(500)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_request_of_an_ignored_pod_still_fails_the_metric()
    {
        var pods = Samples.Pods(2);
        pods[1] = pods[1] with { Deleting = true, Containers = [new("app", [])] };
        Assert.True(Evaluate(Samples.Cpu(50), 1, pods, Samples.PerPod(500, 500)).HasFailed);
    }

    [Fact]
    public void Sums_beyond_64_bits_saturate_and_give_a_defined_result()
    {
        var result = Evaluate(Samples.PodsAverage(1), 2, Samples.Pods(2), Samples.PerPod(long.MaxValue, long.MaxValue));
        Assert.Equal((long.MaxValue / 2, int.MaxValue), (result.Value, result.Proposal));
    }

    [Fact]
    public void A_hundred_times_the_usage_may_exceed_64_bits()
    {
        var pods = Samples.Pods(1);
        pods[0] = pods[0] with { Containers = [new("app", [KeyValuePair.Create("memory", 1L << 62)])] };
        Assert.Equal(50, Evaluate(Samples.Memory(80), 1, pods, Samples.PerPod(1L << 61)).Utilization);
    }

    [Fact]
    public void Negative_values_propose_nothing_above_zero() =>
        Assert.Equal(-2, Evaluate(Samples.PodsAverage(1000), 2, Samples.Pods(2), Samples.PerPod(-1000, -1000)).Proposal);

    [Fact]
    public void No_sample_at_all_no_pod_at_all_and_no_counted_sample_are_three_different_errors()
    {
        var pending = Samples.Pods(1).Select(p => p with { Phase = PodPhase.Pending }).ToArray();
        Assert.Contains("no metrics returned from resource metrics API", Evaluate(Samples.Cpu(50), 1, Samples.Pods(1), Samples.PerPod()).Error, StringComparison.Ordinal);
        Assert.Contains("no pods returned by selector", Evaluate(Samples.Cpu(50), 1, [], Samples.PerPod(500)).Error, StringComparison.Ordinal);
        Assert.Contains("did not receive metrics for targeted pods", Evaluate(Samples.Cpu(50), 1, pending, Samples.PerPod(500)).Error, StringComparison.Ordinal);
    }

    private static MetricEvaluation Evaluate(MetricSpec metric, int current, PodObservation[] pods, MetricObservation answer) =>
        MetricEvaluator.Evaluate(metric, answer, Samples.Seen(current, pods), new(0.1, 0.1), ControllerSettings.Default);
}

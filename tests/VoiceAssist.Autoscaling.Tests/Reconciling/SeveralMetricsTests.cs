using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Reconciling;

public class SeveralMetricsTests
{
    private static readonly MetricObservation Broken = MetricObservation.Failed("adapter down");
    private static readonly AutoscalerSpec Two = Samples.Spec(1, 20, Samples.Cpu(50), Samples.ExternalAverage(20_000));

    [Theory]
    [InlineData(200, 95_000, 5)] // cpu wants 2, the queue 5
    [InlineData(1000, 20_000, 6)] // cpu wants 6, the queue 1
    public void The_largest_proposal_wins(long cpu, long queue, int expected)
    {
        var decision = Reconcile(Samples.PerPod(cpu, cpu, cpu), MetricObservation.OfValues(queue));
        Assert.Equal(expected, decision.Desired);
    }

    [Fact]
    public void A_broken_metric_does_not_stop_growth()
    {
        var decision = Reconcile(Broken, MetricObservation.OfValues(95_000));
        Assert.Equal((5, "adapter down"), (decision.Desired, decision.Error));
        ReconcilerTests.Expect(decision, "AbleToScale True SucceededRescale", "ScalingActive True ValidMetricFound", "ScalingLimited False DesiredWithinRange");
    }

    [Fact]
    public void A_broken_metric_does_not_stop_staying() =>
        Assert.Equal((PassBranch.Metrics, 3), Pair(Reconcile(Broken, MetricObservation.OfValues(60_000))));

    [Fact]
    public void A_broken_metric_stops_every_reduction()
    {
        var decision = Reconcile(Samples.PerPod(0, 0, 0), Broken);
        Assert.Equal((PassBranch.MetricsFailed, 3), Pair(decision));
        ReconcilerTests.Expect(decision, "AbleToScale True SucceededGetScale", "ScalingActive False FailedGetExternalMetric");
    }

    [Fact]
    public void With_all_metrics_broken_the_first_ones_reason_is_given() => ReconcilerTests.Expect(
        Reconcile(Broken, Broken),
        "AbleToScale True SucceededGetScale",
        "ScalingActive False FailedGetResourceMetric");

    [Fact]
    public void A_first_proposal_of_zero_is_a_proposal()
    {
        var decision = Reconcile(Samples.PerPod(0, 0, 0), MetricObservation.OfValues(0));
        Assert.Equal((PassBranch.Metrics, 1), Pair(decision));
        Assert.Equal(0, decision.Driving!.Proposal);
    }

    private static (PassBranch Branch, int Desired) Pair(Decision decision) => (decision.Branch, decision.Desired);

    private static Decision Reconcile(params MetricObservation[] answers)
    {
        var state = new AutoscalerState();
        state.History.Restore([], [], []);
        return new Reconciler().Reconcile(Two, state, Samples.Seen(3, Samples.Pods(3), answers));
    }
}

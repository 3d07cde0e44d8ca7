using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Reconciling;

public class ReconcilerTests
{
    private static readonly Reconciler Reconciler = new();
    private static readonly AutoscalerSpec Cpu50 = Samples.Spec(2, 10, Samples.Cpu(50));

    [Fact]
    public void It_grows_when_the_metric_is_above_its_target()
    {
        var state = new AutoscalerState();
        var decision = Reconciler.Reconcile(Cpu50, state, Samples.Seen(2, Samples.Pods(2), Samples.PerPod(800, 800)));
        Assert.Equal((4, true, PassBranch.Metrics), (decision.Desired, decision.Rescaled, decision.Branch));
        Assert.Equal(Samples.Now, state.LastScaleTime);
        Expect(decision, "AbleToScale True SucceededRescale", "ScalingActive True ValidMetricFound", "ScalingLimited False DesiredWithinRange");
    }

    [Fact]
    public void The_first_pass_never_shrinks_within_the_window()
    {
        var decision = Reconciler.Reconcile(Cpu50, new(), Samples.Seen(5, Samples.Pods(5), Samples.PerPod(0, 0, 0, 0, 0)));
        Assert.Equal(5, decision.Desired);
        Expect(decision, "AbleToScale True ScaleDownStabilized", "ScalingActive True ValidMetricFound", "ScalingLimited False DesiredWithinRange");
    }

    [Fact]
    public void The_first_pass_never_grows_when_there_is_a_scale_up_window()
    {
        var spec = Cpu50 with { Behavior = new(ScalingRules.DefaultUp with { StabilizationWindowSeconds = 30 }, ScalingRules.DefaultDown) };
        var decision = Reconciler.Reconcile(spec, new(), Samples.Seen(2, Samples.Pods(2), Samples.PerPod(800, 800)));
        Assert.Equal((2, "ScaleUpStabilized"), (decision.Desired, decision.Stabilization!.Reason));
    }

    [Theory]
    [InlineData(11, PassBranch.AboveMaximum, 10)]
    [InlineData(1, PassBranch.BelowMinimum, 2)]
    public void Outside_its_bounds_the_target_is_set_to_the_bound_without_reading_metrics(int replicas, PassBranch branch, int expected)
    {
        var decision = Reconciler.Reconcile(Cpu50, new(), Samples.Seen(replicas, [], MetricObservation.Failed("not to be read")));
        Assert.Equal((branch, expected), (decision.Branch, decision.Desired));
        Expect(decision, "AbleToScale True SucceededRescale");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2)]
    public void On_its_bounds_the_metrics_decide(int replicas) => Assert.Equal(
        PassBranch.MetricsFailed,
        Reconciler.Reconcile(Cpu50, new(), Samples.Seen(replicas, [], MetricObservation.Failed("down"))).Branch);

    [Fact]
    public void A_target_at_zero_is_paused()
    {
        var decision = Reconciler.Reconcile(Cpu50, new(), Samples.Seen(0, []));
        Assert.Equal((PassBranch.Disabled, 0), (decision.Branch, decision.Desired));
        Expect(decision, "AbleToScale True SucceededGetScale", "ScalingActive False ScalingDisabled");
    }

    [Fact]
    public void A_scale_that_cannot_be_read_stops_the_pass()
    {
        var state = new AutoscalerState();
        var decision = Reconciler.Reconcile(Cpu50, state, Samples.Seen(2, []) with { ScaleReadError = "not found" });
        Assert.Equal((PassBranch.ScaleUnreadable, 2), (decision.Branch, decision.Desired));
        Assert.False(state.History.IsSeeded);
        Expect(decision, "AbleToScale False FailedGetScale");
    }

    [Fact]
    public void A_scale_that_cannot_be_written_leaves_no_event()
    {
        var state = new AutoscalerState();
        var spec = Cpu50 with { Behavior = new(ScalingRules.DefaultUp, ScalingRules.DefaultDown) };
        var decision = Reconciler.Reconcile(spec, state, Samples.Seen(2, Samples.Pods(2), Samples.PerPod(800, 800)), _ => "quota exceeded");
        Assert.Equal((2, "quota exceeded"), (decision.Desired, decision.Error));
        Assert.Empty(state.History.UpEvents);
        Assert.Null(state.LastScaleTime);
        Expect(decision, "AbleToScale False FailedUpdateScale", "ScalingActive True ValidMetricFound", "ScalingLimited False DesiredWithinRange");
    }

    [Fact]
    public void A_completed_change_is_remembered_when_there_is_a_behavior()
    {
        var state = new AutoscalerState();
        var spec = Cpu50 with { Behavior = new(ScalingRules.DefaultUp, ScalingRules.DefaultDown) };
        Reconciler.Reconcile(spec, state, Samples.Seen(2, Samples.Pods(2), Samples.PerPod(800, 800)));
        Assert.Equal(2, Assert.Single(state.History.UpEvents).Change);
    }

    [Fact]
    public void A_pass_that_fails_leaves_the_desired_replicas_of_the_status()
    {
        var state = new AutoscalerState();
        var busy = Samples.Seen(2, Samples.Pods(2), Samples.PerPod(800, 800));
        Reconciler.Reconcile(Cpu50, state, busy);
        Assert.Equal(4, state.DesiredReplicas);
        Reconciler.Reconcile(Cpu50, state, Samples.Seen(2, Samples.Pods(2), MetricObservation.Failed("down")));
        Reconciler.Reconcile(Cpu50, state, Samples.Seen(2, []) with { ScaleReadError = "not found" });
        Reconciler.Reconcile(Cpu50, state, Samples.Seen(3, Samples.Pods(3), Samples.PerPod(900, 900, 900)), _ => "quota exceeded");
        Assert.Equal(4, state.DesiredReplicas);
        Reconciler.Reconcile(Cpu50, state, Samples.Seen(3, Samples.Pods(3), Samples.PerPod(900, 900, 900)));
        Assert.Equal(6, state.DesiredReplicas);
    }

    [Theory]
    [InlineData(SelectorProblem.Invalid, "InvalidSelector")]
    [InlineData(SelectorProblem.Ambiguous, "AmbiguousSelector")]
    public void A_selector_problem_comes_before_any_metric(SelectorProblem problem, string reason)
    {
        var seen = Samples.Seen(2, Samples.Pods(2), Samples.PerPod(800, 800)) with { SelectorProblem = problem };
        Expect(Reconciler.Reconcile(Cpu50, new(), seen), "AbleToScale True SucceededGetScale", $"ScalingActive False {reason}");
    }

    [Fact]
    public void A_missing_window_for_shrinking_is_the_clusters()
    {
        var reconciler = new Reconciler(new() { DownscaleStabilization = TimeSpan.FromSeconds(77) });
        var spec = Cpu50 with { Behavior = new(ScalingRules.DefaultUp, ScalingRules.DefaultDown) };
        var decision = reconciler.Reconcile(spec, new(), Samples.Seen(2, Samples.Pods(2), Samples.PerPod(500, 500)));
        Assert.Equal(TimeSpan.FromSeconds(77), decision.Stabilization!.DownWindow);
    }

    [Fact]
    public void A_negative_proposal_counts_as_zero_and_ends_at_the_minimum()
    {
        var state = new AutoscalerState();
        state.History.Restore([], [], []);
        var decision = Reconciler.Reconcile(Samples.Spec(2, 10, Samples.PodsAverage(1000)), state, Samples.Seen(3, Samples.Pods(3), Samples.PerPod(-5000, -5000, -5000)));
        Assert.Equal((2, 0), (decision.Desired, decision.Stabilization!.Raw));
    }

    [Fact]
    public void A_metric_that_was_not_observed_has_failed() =>
        Assert.Equal(PassBranch.MetricsFailed, Reconciler.Reconcile(Cpu50, new(), Samples.Seen(2, Samples.Pods(2))).Branch);

    internal static void Expect(Decision decision, params string[] conditions) =>
        Assert.Equal(conditions, decision.Conditions.Select(c => $"{c.Type} {c.Status} {c.Reason}"));
}

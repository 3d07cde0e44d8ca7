using VoiceAssist.Autoscaling.Conditions;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Reconciling;

public class ScaleToZeroTests
{
    private static readonly Reconciler Gate = new(new() { ScaleToZero = true });
    private static readonly AutoscalerSpec Queue = Samples.Spec(0, 6, Samples.ExternalAverage(50_000));

    [Fact]
    public void An_empty_queue_scales_to_zero_and_says_so()
    {
        var state = Fresh();
        var decision = Gate.Reconcile(Queue, state, Samples.Seen(1, Samples.Pods(1), MetricObservation.OfValues(0)));
        Assert.Equal(0, decision.Desired);
        Assert.True(state.Conditions.IsTrue(ConditionType.ScaledToZero));
    }

    [Fact]
    public void From_its_own_zero_it_comes_back()
    {
        var decision = Gate.Reconcile(Queue, Zeroed(), Samples.Seen(0, [], MetricObservation.OfValues(120_000)));
        Assert.Equal(3, decision.Desired);
        Assert.Contains(decision.Conditions, c => c is { Type: ConditionType.ScaledToZero, Status: false, Reason: "NotScaledToZero" });
    }

    [Fact]
    public void A_manual_zero_stays() =>
        Assert.Equal(PassBranch.Disabled, Gate.Reconcile(Queue, Fresh(), Samples.Seen(0, [], MetricObservation.OfValues(120_000))).Branch);

    [Fact]
    public void With_the_gate_off_even_its_own_zero_stays_and_the_condition_goes()
    {
        var decision = new Reconciler().Reconcile(Queue, Zeroed(), Samples.Seen(0, [], MetricObservation.OfValues(120_000)));
        Assert.Equal(PassBranch.Disabled, decision.Branch);
        Assert.DoesNotContain(decision.Conditions, c => c.Type == ConditionType.ScaledToZero);
    }

    [Fact]
    public void Back_from_zero_a_minimum_raised_meanwhile_counts()
    {
        var decision = Gate.Reconcile(Queue with { MinReplicas = 2 }, Zeroed(), Samples.Seen(0, [], MetricObservation.OfValues(0)));
        Assert.Equal(2, decision.Desired);
    }

    [Fact]
    public void Back_from_zero_with_a_behavior_the_minimum_counts_too()
    {
        var spec = Queue with { MinReplicas = 2, Behavior = new(ScalingRules.DefaultUp, ScalingRules.DefaultDown) };
        Assert.Equal(2, Gate.Reconcile(spec, Zeroed(), Samples.Seen(0, [], MetricObservation.OfValues(0))).Desired);
    }

    [Fact]
    public void Without_an_object_or_external_metric_zero_is_left_only_for_a_minimum_above_zero()
    {
        var spec = Samples.Spec(0, 6, Samples.Cpu(50));
        Assert.Equal(PassBranch.Disabled, Gate.Reconcile(spec, Zeroed(), Samples.Seen(0, [])).Branch);
        Assert.NotEqual(PassBranch.Disabled, Gate.Reconcile(spec with { MinReplicas = 1 }, Zeroed(), Samples.Seen(0, [])).Branch);
    }

    [Fact]
    public void A_reduction_to_the_minimum_is_no_scale_to_zero()
    {
        var state = Fresh();
        Gate.Reconcile(Queue with { MinReplicas = 1 }, state, Samples.Seen(2, Samples.Pods(2), MetricObservation.OfValues(0)));
        Assert.Contains(state.Conditions.All, c => c is { Type: ConditionType.ScaledToZero, Status: false });
    }

    private static AutoscalerState Fresh()
    {
        var state = new AutoscalerState();
        state.History.Restore([], [], []);
        return state;
    }

    private static AutoscalerState Zeroed()
    {
        var state = Fresh();
        state.Conditions.Set(ConditionType.ScaledToZero, true, "ScaledToZero", "", Samples.Now);
        return state;
    }
}

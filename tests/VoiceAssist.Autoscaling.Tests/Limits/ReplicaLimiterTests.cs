using VoiceAssist.Autoscaling.Histories;
using VoiceAssist.Autoscaling.Limits;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Limits;

public class ReplicaLimiterTests
{
    [Theory]
    [InlineData(1, 10, 1, 9, 4, "ScaleUpLimit")] // four are always allowed
    [InlineData(1, 10, 3, 9, 6, "ScaleUpLimit")] // double
    [InlineData(1, 10, 5, 50, 10, "TooManyReplicas")] // limit and maximum equal: the maximum is named
    [InlineData(1, 10, 8, 50, 10, "TooManyReplicas")]
    [InlineData(2, 10, 5, 1, 2, "TooFewReplicas")]
    [InlineData(2, 10, 5, 3, 3, "DesiredWithinRange")]
    [InlineData(6, 10, 0, 5, 6, "TooFewReplicas")] // the minimum wins over the limit of four
    public void Without_a_behavior_growth_is_limited_and_shrinking_is_not(int min, int max, int current, int stabilized, int expected, string reason)
    {
        var outcome = ReplicaLimiter.WithoutBehavior(Samples.Spec(min, max), current, stabilized, ControllerSettings.Default);
        Assert.Equal((expected, reason, expected != stabilized), (outcome.Result, outcome.Reason, outcome.IsLimited));
    }

    [Theory]
    [InlineData(100, 10, 111)] // 100 × 1.1 is 110.00000000000001
    [InlineData(50, 10, 56)]
    [InlineData(1, 10, 2)] // however small, one pod is always allowed
    [InlineData(10, 100, 20)]
    public void A_percentage_up_is_computed_in_doubles_and_rounded_up(int start, int percent, int expected) =>
        Assert.Equal(expected, PolicyLimits.Upper(new(PolicyKind.Percent, percent, 15), start));

    [Theory]
    [InlineData(20, 80, 3)] // 20 × 0.2 is 3.999…
    [InlineData(10, 90, 0)]
    [InlineData(9, 50, 4)]
    [InlineData(10, 10, 9)]
    [InlineData(3, 10, 2)] // however small, one pod always goes
    [InlineData(3, 130, 0)] // -0.9 truncates to zero
    public void A_percentage_down_is_computed_in_doubles_and_truncated(int start, int percent, int expected) =>
        Assert.Equal(expected, PolicyLimits.Lower(new(PolicyKind.Percent, percent, 15), start));

    [Fact]
    public void Limits_beyond_32_bits_saturate()
    {
        Assert.Equal(int.MaxValue, PolicyLimits.Upper(new(PolicyKind.Pods, int.MaxValue, 15), 5));
        Assert.Equal(int.MaxValue, PolicyLimits.Upper(new(PolicyKind.Percent, int.MaxValue, 15), 1000));
        Assert.Equal(int.MinValue, PolicyLimits.Lower(new(PolicyKind.Pods, int.MaxValue, 15), -5));
    }

    [Theory]
    [InlineData(PolicySelection.Max, 8)]
    [InlineData(PolicySelection.Min, 5)]
    [InlineData(PolicySelection.Disabled, 4)]
    public void Growing_takes_the_selected_policy(PolicySelection selection, int expected)
    {
        var outcome = Limit(4, 20, 1, 100, up: new(0, selection, [new(PolicyKind.Pods, 1, 60), new(PolicyKind.Percent, 100, 60)]));
        Assert.Equal((expected, "ScaleUpLimit"), (outcome.Result, outcome.Reason));
    }

    [Theory]
    [InlineData(PolicySelection.Max, 10)]
    [InlineData(PolicySelection.Min, 19)]
    [InlineData(PolicySelection.Disabled, 20)]
    public void Shrinking_takes_the_selected_policy(PolicySelection selection, int expected)
    {
        var outcome = Limit(20, 2, 1, 100, down: new(0, selection, [new(PolicyKind.Pods, 1, 60), new(PolicyKind.Percent, 50, 60)]));
        Assert.Equal((expected, "ScaleDownLimit"), (outcome.Result, outcome.Reason));
    }

    [Theory]
    [InlineData(59, 4)] // started the period at 2, may grow to 4: already there
    [InlineData(60, 6)] // the change is out of the period
    public void What_was_added_within_the_period_counts_against_growth(double age, int expected) =>
        Assert.Equal(expected, Limit(4, 20, 1, 100, up: Pods(2, 60), added: [(2, age)]).Result);

    [Fact]
    public void What_was_removed_within_the_period_may_come_back_at_once() =>
        Assert.Equal(10, Limit(5, 20, 1, 100, up: Pods(2, 60), removed: [(3, 10)]).Result);

    [Fact]
    public void What_was_added_within_the_period_may_go_at_once() =>
        Assert.Equal(3, Limit(8, 1, 1, 100, down: Pods(2, 60), added: [(3, 10)]).Result);

    [Theory]
    [InlineData(4, 3, 4, "ScaleDownLimit")] // more was removed than allowed: stay
    [InlineData(4, 3, 5, "ScaleDownLimit")]
    public void An_exhausted_policy_never_turns_the_direction(int current, int stabilized, int removed, string reason)
    {
        var outcome = Limit(current, stabilized, 1, 100, down: Pods(1, 300), removed: [(removed, 10)]);
        Assert.Equal((current, reason), (outcome.Result, outcome.Reason));
    }

    [Fact]
    public void An_exhausted_policy_never_shrinks_while_growing() =>
        Assert.Equal(8, Limit(8, 20, 1, 100, up: Pods(1, 300), added: [(5, 10)]).Result);

    [Theory]
    [InlineData(4, 20, 6, 6, "TooManyReplicas")]
    [InlineData(4, 20, 8, 8, "TooManyReplicas")] // policies and maximum equal: the maximum is named
    [InlineData(4, 20, 9, 8, "ScaleUpLimit")]
    public void The_maximum_bounds_growth(int current, int stabilized, int max, int expected, string reason)
    {
        var outcome = Limit(current, stabilized, 1, max, up: Pods(4, 60));
        Assert.Equal((expected, reason), (outcome.Result, outcome.Reason));
    }

    [Theory]
    [InlineData(8, 1, 5, 5, "TooFewReplicas")]
    [InlineData(8, 1, 4, 4, "TooFewReplicas")]
    [InlineData(8, 1, 3, 4, "ScaleDownLimit")]
    public void The_minimum_bounds_shrinking(int current, int stabilized, int min, int expected, string reason)
    {
        var outcome = Limit(current, stabilized, min, 100, down: Pods(4, 60));
        Assert.Equal((expected, reason), (outcome.Result, outcome.Reason));
    }

    [Fact]
    public void Staying_looks_at_no_bound_at_all()
    {
        var outcome = Limit(5, 5, 6, 4);
        Assert.Equal((5, "DesiredWithinRange", false), (outcome.Result, outcome.Reason, outcome.IsLimited));
    }

    [Fact]
    public void Each_policy_explains_its_own_limit() => Assert.Equal(
        new PolicyLimit(new(PolicyKind.Pods, 2, 60), 3, 1, 3, 5),
        Assert.Single(Limit(5, 20, 1, 100, up: Pods(2, 60), added: [(3, 10)], removed: [(1, 10)]).Policies));

    private static ScalingRules Pods(int value, int period) => new(0, PolicySelection.Max, [new(PolicyKind.Pods, value, period)]);

    private static LimitOutcome Limit(
        int current,
        int stabilized,
        int min,
        int max,
        ScalingRules? up = null,
        ScalingRules? down = null,
        (int Change, double Age)[]? added = null,
        (int Change, double Age)[]? removed = null)
    {
        var history = new ScalingHistory();
        history.Restore([], Events(added), Events(removed));
        var behavior = new Behavior(up ?? ScalingRules.DefaultUp, down ?? ScalingRules.DefaultDown);
        return ReplicaLimiter.WithBehavior(Samples.Spec(min, max) with { Behavior = behavior }, behavior, history, current, stabilized, Samples.Now);

        static IEnumerable<ScaleEvent> Events((int Change, double Age)[]? events) =>
            (events ?? []).Select(e => new ScaleEvent(e.Change, Samples.Ago(e.Age)));
    }
}

using VoiceAssist.Autoscaling.Advising;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Tests.Advising;

public class RecordedAdvisorTests
{
    private static readonly ResourceAmounts Requests = ResourceAmounts.Parse("1", "1Gi");
    private static readonly ScalingRules Up = new(0, PolicySelection.Max, [new(PolicyKind.Pods, 2, 60), new(PolicyKind.Percent, 10, 60)]);
    private static readonly ScalingRules Down = new(300, PolicySelection.Max, [new(PolicyKind.Pods, 10, 60)]);

    [Theory]
    [InlineData(0.74, true)]
    [InlineData(0.6, false)]
    [InlineData(0.9, false)]
    public void Time_above_the_target_within_the_tolerance_is_a_dead_band(double cores, bool expected) =>
        Assert.Equal(expected, Advise(Samples.Cpu(70), i => i % 4 == 0 ? 0.3 : cores).Any(a => a.Kind == AdviceKind.DeadBand));

    [Theory]
    [InlineData(0.7, true)]
    [InlineData(0.5, false)]
    public void A_metric_that_never_falls_below_its_target_lets_no_pod_go(double lowest, bool expected) =>
        Assert.Equal(expected, Advise(Samples.Cpu(70), i => lowest + (i % 5 * 0.1)).Any(a => a.Kind == AdviceKind.UnreachableTarget));

    [Fact]
    public void Less_than_three_hours_tell_nothing_of_targets() =>
        Assert.DoesNotContain(Advise(Samples.Cpu(70), _ => 0.74, points: 150), a => a.Kind is AdviceKind.DeadBand or AdviceKind.UnreachableTarget);

    [Fact]
    public void The_delay_counts_with_the_interval_at_which_values_really_change()
    {
        var advice = Advise(Samples.PodsAverage(100_000), i => i / 3 % 7);
        var up = advice.Single(a => a.Kind == AdviceKind.WindowShorterThanDelay && a.Subject.StartsWith("scale up", StringComparison.Ordinal));

        // Every three minutes, over a rate of four of them, and one second.
        Assert.Equal((5 * 180) + 1, up.Figures["delaySeconds"]);
    }

    [Fact]
    public void A_shared_metric_is_divided_by_the_replicas_of_its_time()
    {
        var recorded = Record("depth", _ => 300) with { Replicas = Series(i => i < 50 ? 2 : 3) };
        var ratios = RecordedRatios.Of(Samples.ExternalAverage(50_000), Requests, recorded);
        Assert.Equal((3.0, 2.0), (ratios[0].PerSecond, ratios[^1].PerSecond));
        Assert.Empty(RecordedRatios.Of(Samples.ExternalAverage(50_000), Requests, recorded with { Replicas = null }));
    }

    [Fact]
    public void A_policy_that_never_decided_is_named_when_replicas_were_recorded()
    {
        // Twice of the target wants twice the pods; two pods are always more than 10 % of so few.
        var recorded = Record("cpu", _ => 1.4) with { Replicas = Series(i => 4 + (i / 100)) };
        Assert.Equal(["scale up 10 % per 60 s"], PoliciesOf(recorded));
        Assert.Empty(PoliciesOf(recorded with { Replicas = null }));
    }

    [Fact]
    public void Policies_that_never_had_to_slow_anything_are_named()
    {
        // 5 % more than the tolerance with few pods: one pod is all that is asked for.
        var recorded = Record("cpu", _ => 0.8) with { Replicas = Series(_ => 3) };
        Assert.Equal(["scale up policies"], PoliciesOf(recorded));
    }

    private static IEnumerable<string> PoliciesOf(RecordedMetrics recorded) =>
        Advise(Samples.Cpu(70), recorded).Where(a => a.Kind == AdviceKind.PolicyNeverBinds).Select(a => a.Subject);

    private static IReadOnlyList<Advice> Advise(MetricSpec metric, Func<int, double> value, int points = 400) => Advise(metric, Record(metric.Name, value, points));

    private static IReadOnlyList<Advice> Advise(MetricSpec metric, RecordedMetrics recorded) =>
        RecordedAdvisor.Advise(Samples.Spec(2, 10, metric) with { Behavior = new(Up, Down) }, Requests, recorded, new());

    private static RecordedMetrics Record(string metric, Func<int, double> value, int points = 400) =>
        new(new Dictionary<string, IReadOnlyList<LoadPoint>> { [metric] = Series(value, points) });

    private static IReadOnlyList<LoadPoint> Series(Func<int, double> value, int points = 400) =>
        [.. Enumerable.Range(0, points).Select(i => new LoadPoint(TimeSpan.FromMinutes(i), value(i)))];
}

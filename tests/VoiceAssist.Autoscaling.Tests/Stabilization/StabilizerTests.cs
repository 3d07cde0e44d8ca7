using VoiceAssist.Autoscaling.Histories;
using VoiceAssist.Autoscaling.Stabilization;

namespace VoiceAssist.Autoscaling.Tests.Stabilization;

public class StabilizerTests
{
    [Theory]
    [InlineData(299, 8, "ScaleDownStabilized")]
    [InlineData(300, 8, "ScaleDownStabilized")] // exactly as old as the window counts here
    [InlineData(301, 3, "ReadyForNewScale")]
    public void Without_a_behavior_the_highest_recommendation_of_the_window_wins(double age, int expected, string reason)
    {
        var outcome = Stabilizer.WithoutBehavior(History((8, age)), 3, Samples.Now, TimeSpan.FromSeconds(300));
        Assert.Equal((expected, reason), (outcome.Stabilized, outcome.Reason));
    }

    [Fact]
    public void Without_a_behavior_growth_is_never_held_back() =>
        Assert.Equal(9, Stabilizer.WithoutBehavior(History((2, 10)), 9, Samples.Now, TimeSpan.FromSeconds(300)).Stabilized);

    [Theory]
    [InlineData(5, 8, 60, 300, 6, "ScaleUpStabilized")] // 6 was recommended 30 s ago
    [InlineData(5, 3, 60, 300, 5, "ScaleDownStabilized")] // 6 within the down window: stay
    [InlineData(5, 8, 30, 300, 8, "ReadyForNewScale")] // exactly as old as the window does not count here
    [InlineData(5, 3, 60, 30, 3, "ReadyForNewScale")]
    [InlineData(7, 3, 0, 300, 6, "ScaleDownStabilized")] // down to the highest of the window, not further
    [InlineData(5, 8, 0, 0, 8, "ReadyForNewScale")]
    public void With_a_behavior_the_size_moves_only_into_the_range_of_the_windows(int current, int raw, int up, int down, int expected, string reason)
    {
        var outcome = Stabilizer.WithBehavior(History((6, 30)), current, raw, Samples.Now, TimeSpan.FromSeconds(up), TimeSpan.FromSeconds(down));
        Assert.Equal((expected, reason), (outcome.Stabilized, outcome.Reason));
    }

    [Fact]
    public void The_raw_recommendation_is_recorded_not_the_stabilized_one()
    {
        var history = History((6, 30));
        Stabilizer.WithBehavior(history, 5, 3, Samples.Now, TimeSpan.Zero, TimeSpan.FromSeconds(300));
        Assert.Equal([6, 3], history.Recommendations.Select(r => r.Replicas));
    }

    [Theory]
    [InlineData(60, 300, new[] { 6, 3 })] // older than one window only
    [InlineData(60, 80, new[] { 3 })] // older than both
    [InlineData(300, 60, new[] { 6, 3 })]
    public void A_recommendation_is_forgotten_when_it_is_older_than_both_windows(int up, int down, int[] expected)
    {
        var history = History((6, 100));
        Stabilizer.WithBehavior(history, 5, 3, Samples.Now, TimeSpan.FromSeconds(up), TimeSpan.FromSeconds(down));
        Assert.Equal(expected, history.Recommendations.Select(r => r.Replicas));
    }

    private static ScalingHistory History(params (int Replicas, double Age)[] recommendations)
    {
        var history = new ScalingHistory();
        history.Restore(recommendations.Select(r => new Recommendation(r.Replicas, Samples.Ago(r.Age))), [], []);
        return history;
    }
}

using VoiceAssist.Autoscaling.Histories;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Histories;

public class ScalingHistoryTests
{
    private static readonly Behavior Behavior = new(
        new(0, PolicySelection.Max, [new(PolicyKind.Pods, 1, 60), new(PolicyKind.Pods, 4, 15)]),
        new(0, PolicySelection.Max, [new(PolicyKind.Pods, 1, 300)]));

    [Fact]
    public void It_is_seeded_once_with_the_current_size()
    {
        var history = new ScalingHistory();
        history.Seed(3, Samples.Now);
        history.Seed(7, Samples.Now);
        Assert.Equal([new Recommendation(3, Samples.Now)], history.Recommendations);
    }

    [Fact]
    public void The_last_outdated_recommendation_is_overwritten()
    {
        var history = new ScalingHistory();
        history.Restore([new(1, Samples.Ago(500)), new(2, Samples.Ago(400)), new(3, Samples.Ago(100))], [], []);
        history.Record(9, Samples.Now, Samples.Ago(300));
        Assert.Equal([1, 9, 3], history.Recommendations.Select(r => r.Replicas));
    }

    [Fact]
    public void Without_an_outdated_one_recommendations_are_appended()
    {
        var history = new ScalingHistory();
        history.Restore([new(3, Samples.Ago(300))], [], []);
        history.Record(9, Samples.Now, Samples.Ago(300));
        Assert.Equal([3, 9], history.Recommendations.Select(r => r.Replicas));
    }

    [Theory]
    [InlineData(4, 7, new[] { 3 }, new int[0])]
    [InlineData(7, 4, new int[0], new[] { 3 })]
    public void A_change_is_recorded_in_its_direction_as_a_positive_number(int from, int to, int[] up, int[] down)
    {
        var history = new ScalingHistory();
        history.RecordChange(Behavior, from, to, Samples.Now);
        Assert.Equal(up, history.UpEvents.Select(e => e.Change));
        Assert.Equal(down, history.DownEvents.Select(e => e.Change));
    }

    [Fact]
    public void Without_a_behavior_no_change_is_recorded()
    {
        var history = new ScalingHistory();
        history.RecordChange(null, 1, 2, Samples.Now);
        Assert.Empty(history.UpEvents);
    }

    [Theory]
    [InlineData(60, new[] { 5, 1 })] // exactly the longest period old: still kept
    [InlineData(61, new[] { 1 })]
    public void A_change_older_than_the_longest_period_of_its_direction_is_overwritten(int age, int[] expected)
    {
        var history = new ScalingHistory();
        history.Restore([], [new(5, Samples.Ago(age))], []);
        history.RecordChange(Behavior, 1, 2, Samples.Now);
        Assert.Equal(expected, history.UpEvents.Select(e => e.Change));
    }

    [Theory]
    [InlineData(60, 2)] // exactly one period old is out
    [InlineData(61, 6)]
    public void A_period_excludes_a_change_exactly_as_old(int period, int expected)
    {
        ScaleEvent[] events = [new(4, Samples.Ago(60)), new(2, Samples.Ago(10))];
        Assert.Equal(expected, ScalingHistory.ChangeWithin(events, period, Samples.Now));
    }
}

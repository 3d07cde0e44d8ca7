using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Tests.Capacity;

public class RolloutPaceTests
{
    [Theory]
    [InlineData("25%", 15, 4)]
    [InlineData("25%", 1, 1)]
    [InlineData("0", 8, 0)]
    [InlineData("2", 8, 2)]
    public void Surge_percentages_round_up(string maxSurge, int replicas, int expected) =>
        Assert.Equal(expected, new RolloutPace { MaxSurge = IntOrPercent.Parse(maxSurge) }.Surge(replicas));

    [Theory]
    [InlineData(0, 10, 0)] // gone at once
    [InlineData(30, 15, 10)] // two steps of 3 + 2
    [InlineData(31, 15, 10)] // three steps, but there are only ten
    [InlineData(10, 15, 5)]
    [InlineData(10, 0, 10)] // ready at once: nothing paces the rollout
    public void Stopping_pods_overlap_by_the_rollouts_pace_and_never_exceed_the_replicas(int termination, int startup, int expected)
    {
        var pace = new RolloutPace { Termination = TimeSpan.FromSeconds(termination), Startup = TimeSpan.FromSeconds(startup) };
        Assert.Equal(expected, pace.Terminating(10));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5%")]
    public void What_is_neither_number_nor_percentage_is_refused(string text) =>
        Assert.Throws<FormatException>(() => IntOrPercent.Parse(text));
}

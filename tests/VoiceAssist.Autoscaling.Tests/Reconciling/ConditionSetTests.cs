using VoiceAssist.Autoscaling.Conditions;

namespace VoiceAssist.Autoscaling.Tests.Reconciling;

public class ConditionSetTests
{
    [Theory]
    [InlineData(true, 100)] // a new reason alone moves no transition
    [InlineData(false, 0)]
    public void The_transition_time_moves_only_with_the_status(bool status, double expectedAge)
    {
        var set = new ConditionSet();
        set.Set(ConditionType.AbleToScale, true, "ReadyForNewScale", "", Samples.Ago(100));
        set.Set(ConditionType.AbleToScale, status, "Other", "", Samples.Now);
        var condition = Assert.Single(set.All);
        Assert.Equal((Samples.Ago(expectedAge), "Other"), (condition.LastTransition, condition.Reason));
    }
}

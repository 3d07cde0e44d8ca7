using VoiceAssist.Jobs.Queue;

namespace VoiceAssist.Jobs.Tests.Queue;

public class PollPauseTests
{
    [Fact]
    public void Pauses_double_up_to_the_longest()
    {
        var pauses = new List<TimeSpan> { PollPause.Shortest };
        while (pauses[^1] < PollPause.Longest)
        {
            pauses.Add(PollPause.After(pauses[^1]));
        }

        Assert.Equal([10, 20, 40, 80, 160, 320, 640, 1_000], pauses.Select(pause => (int)pause.TotalMilliseconds));
        Assert.Equal(PollPause.Longest, PollPause.After(PollPause.Longest));
    }
}

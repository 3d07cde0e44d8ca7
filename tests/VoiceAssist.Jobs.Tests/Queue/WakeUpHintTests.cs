using VoiceAssist.Jobs.Queue;

namespace VoiceAssist.Jobs.Tests.Queue;

public class WakeUpHintTests
{
    private static readonly TimeSpan Forever = Timeout.InfiniteTimeSpan;

    [Fact]
    public async Task A_hint_given_between_looking_and_sleeping_is_not_missed()
    {
        var hint = new WakeUpHint();
        var next = hint.Next;
        hint.Give();

        await WakeUpHint.SleepAsync(next, Forever, TimeProvider.System, CancellationToken.None);

        Assert.True(next.IsCompleted);
        Assert.False(hint.Next.IsCompleted);
    }

    [Fact]
    public async Task Sleep_ends_without_an_exception_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var sleep = WakeUpHint.SleepAsync(new WakeUpHint().Next, Forever, TimeProvider.System, cancelled.Token);
        await cancelled.CancelAsync();

        await sleep;
    }
}

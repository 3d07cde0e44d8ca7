namespace VoiceAssist.Jobs.Queue;

/// <summary>
/// Lets one side say "look now" and the other sleep until then. Take <see cref="Next"/> before looking
/// and sleep on it afterwards: then a hint that comes while looking is not missed.
/// </summary>
internal sealed class WakeUpHint
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes with the next hint.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Give() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Sleeps until the hint, the longest time or the cancellation, whichever is first; never throws.</summary>
    public static async Task SleepAsync(Task hint, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken) =>
        await hint.WaitAsync(longest, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

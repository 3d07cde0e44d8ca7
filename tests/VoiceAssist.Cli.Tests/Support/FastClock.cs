namespace VoiceAssist.Cli.Tests.Support;

/// <summary>A clock on which waiting takes a part of its time.</summary>
/// <param name="speed">How many seconds of it pass in a real one.</param>
internal sealed class FastClock(double speed) : TimeProvider
{
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly long _start = Stopwatch();

    public override long GetTimestamp() => _start + (long)((Stopwatch() - _start) * speed);

    public override DateTimeOffset GetUtcNow() => _started + GetElapsedTime(_start);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(base.CreateTimer(callback, state, Real(dueTime), Real(period)), this);

    private static long Stopwatch() => System.GetTimestamp();

    private TimeSpan Real(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / speed;

    private sealed class FastTimer(ITimer timer, FastClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Real(dueTime), clock.Real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>The cluster's time, which passes faster than the real one: so windows, periods and intervals stay as they are published.</summary>
internal sealed class CompressedTime(double speed, TimeProvider time)
{
    private readonly DateTimeOffset _start = time.GetUtcNow();

    public double Speed => speed;

    public TimeProvider Real => time;

    public DateTimeOffset Now => Of(time.GetUtcNow());

    /// <summary>Seconds since the start, in the cluster's time.</summary>
    public double Seconds => (Now - _start).TotalSeconds;

    /// <summary>What the cluster's clock shows at a real time.</summary>
    public DateTimeOffset Of(DateTimeOffset real) => _start + ((real - _start) * speed);

    /// <summary>Waits for a time of the cluster's.</summary>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay / speed, time, cancellationToken);
}

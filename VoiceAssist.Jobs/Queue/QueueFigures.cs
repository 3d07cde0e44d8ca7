namespace VoiceAssist.Jobs.Queue;

/// <summary>The queue's figures as they were last read. While a server is down they stay as they are; <see cref="ReadAt"/> says how old they are.</summary>
/// <param name="time">Tells when this process began to wait for the first reading.</param>
public sealed class QueueFigures(TimeProvider time)
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private volatile Reading _latest = new(DateTimeOffset.MinValue, 0, null, 0);

    /// <summary>When they were read; the smallest value before the first time.</summary>
    public DateTimeOffset ReadAt => _latest.At;

    /// <summary>Jobs that wait and are due.</summary>
    public long Depth => _latest.Depth;

    /// <summary>Jobs given up and still kept.</summary>
    public long DeadLetters => _latest.DeadLetters;

    /// <returns>How long the oldest job has waited, zero when none waits.</returns>
    public TimeSpan OldestAge(DateTimeOffset now) =>
        _latest.OldestDueAt is { } due && now > due ? now - due : TimeSpan.Zero;

    /// <returns>How long ago they were read; before the first time, how long this process has waited for it.</returns>
    public TimeSpan Staleness(DateTimeOffset now) => now - (ReadAt == DateTimeOffset.MinValue ? _startedAt : ReadAt);

    internal void Set(DateTimeOffset at, long depth, DateTimeOffset? oldestDueAt, long deadLetters) =>
        _latest = new Reading(at, depth, oldestDueAt, deadLetters);

    private sealed record Reading(DateTimeOffset At, long Depth, DateTimeOffset? OldestDueAt, long DeadLetters);
}

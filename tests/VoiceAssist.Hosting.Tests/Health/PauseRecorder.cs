using System.Threading.Channels;
using Aspire.Hosting.Health;
using Microsoft.Extensions.Time.Testing;

namespace VoiceAssist.Hosting.Tests.Health;

/// <summary>A clock that stands still and tells which pauses are waited for, so that a test can let exactly that much time pass.</summary>
internal sealed class PauseRecorder : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _pauses = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != HealthCheckCadence.Timeout)
        {
            _pauses.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>The next pause somebody has begun, in milliseconds.</summary>
    public async Task<double> NextAsync(CancellationToken cancellationToken) => (await _pauses.Reader.ReadAsync(cancellationToken)).TotalMilliseconds;
}

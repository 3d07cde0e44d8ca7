using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Processing;

/// <summary>A claimed job in this process, and the means to stop it.</summary>
internal sealed class Run(ClaimedJob job) : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _timer;
    private StopReason? _stopped;

    public ClaimedJob Job => job;

    /// <summary>Why it was stopped; without anybody's word its time was over.</summary>
    public StopReason Reason => _stopped ?? StopReason.Timeout;

    /// <summary>Whether somebody has stopped it.</summary>
    public bool IsStopped => _stopped is not null;

    /// <summary>Starts its time.</summary>
    /// <returns>Cancelled when the time is over or somebody stops it.</returns>
    public CancellationToken Start(TimeSpan timeout, TimeProvider time)
    {
        lock (_lock)
        {
            _timer = new CancellationTokenSource(timeout, time);
            if (IsStopped)
            {
                _timer.Cancel();
            }

            return _timer.Token;
        }
    }

    /// <summary>Stops it; the first reason counts.</summary>
    public void Stop(StopReason reason)
    {
        CancellationTokenSource? timer;
        lock (_lock)
        {
            _stopped ??= reason;
            timer = _timer;
        }

        try
        {
            timer?.Cancel();
        }
        catch (Exception e) when (e is ObjectDisposedException or AggregateException)
        {
            // It has ended in this very moment; or what its handler wanted to do at the stop failed, and the stop concerns others, too.
        }
    }

    public void Dispose() => _timer?.Dispose();
}

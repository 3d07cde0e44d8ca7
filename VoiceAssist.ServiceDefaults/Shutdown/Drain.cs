namespace VoiceAssist.ServiceDefaults.Shutdown;

/// <summary>How far the stop has come, for answers that would outlast it.</summary>
public sealed class Drain : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _cutOff = new();

    /// <summary>Cancelled when the drain delay is over. An answer without an end, a stream of events, has to end now.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Cancelled when the time of requests in flight is over too; what still runs is aborted.</summary>
    public CancellationToken CutOff => _cutOff.Token;

    public void Dispose()
    {
        _ended.Dispose();
        _cutOff.Dispose();
    }

    internal void End() => _ended.Cancel();

    internal void Cut() => _cutOff.Cancel();
}

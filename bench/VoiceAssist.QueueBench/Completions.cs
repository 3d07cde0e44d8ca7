using System.Diagnostics.Metrics;
using VoiceAssist.Contracts;

namespace VoiceAssist.QueueBench;

/// <summary>Counts runs whose end is written, by the queue's own metric.</summary>
internal sealed class Completions : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _total;
    private readonly long _warm;
    private long _count;
    private long _warmAt;
    private long _reachedAt;

    /// <param name="total">How many are awaited.</param>
    /// <param name="warm">How many warm the process up.</param>
    public Completions(long total, long warm)
    {
        (_total, _warm) = (total, warm);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == Metrics.Jobs.Instrument)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, runs, _, _) => Add(runs));
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    /// <summary>Completes with the last one.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Per second, from the last one that warms up to the very last.</summary>
    public double Rate => (_total - _warm) / TimeProvider.System.GetElapsedTime(_warmAt, _reachedAt).TotalSeconds;

    public void Dispose() => _listener.Dispose();

    private void Add(long runs)
    {
        if (runs == 0)
        {
            return;
        }

        var count = Interlocked.Increment(ref _count);
        if (count == _warm)
        {
            _warmAt = TimeProvider.System.GetTimestamp();
        }
        else if (count == _total)
        {
            _reachedAt = TimeProvider.System.GetTimestamp();
            _reached.SetResult();
        }
    }
}

using System.Runtime.CompilerServices;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The console log of one instance: what the host says of it, and what its program writes while somebody reads.</summary>
/// <param name="gate">Shared by all logs of an app.</param>
/// <param name="anyReadersChanged">Called, with the gate held, when the first reader comes and when the last one goes.</param>
internal sealed class ResourceLog(Lock gate, Action<bool> anyReadersChanged) : IDisposable
{
    /// <summary>How many lines are kept.</summary>
    public const int Capacity = 10_000;

    private readonly LogBacklog _hostLines = new(Capacity);
    private readonly LogBacklog _backlog = new(Capacity);
    private readonly List<LogReader> _readers = [];
    private LogSource? _source;
    private CancellationTokenSource? _pump;
    private bool _completed;

    public bool HasReaders => _readers.Count > 0;

    /// <summary>The host says something.</summary>
    public void Write(LogEntry entry)
    {
        lock (gate)
        {
            _hostLines.Add(entry);
            Deliver(entry);
        }
    }

    /// <summary>What the instance's program writes can be read here; replaces the source before it, and opens a completed log again.</summary>
    public void Attach(LogSource source)
    {
        lock (gate)
        {
            _source = source;
            _completed = false;
            StopPump();
            if (HasReaders)
            {
                StartPump();
            }
        }
    }

    /// <summary>Nothing more will come: readers end when they have read what there is.</summary>
    public void Complete()
    {
        lock (gate)
        {
            _completed = true;
            StopPump();
            _readers.ForEach(r => r.Complete());
        }
    }

    /// <summary>Forgets what was written so far.</summary>
    public void Clear()
    {
        lock (gate)
        {
            _hostLines.Clear();
            _backlog.Clear();
        }
    }

    /// <summary>All there is now.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        LogEntry[] hostLines;
        LogSource? source;
        lock (gate)
        {
            hostLines = [.. _hostLines];
            source = _source;
        }

        LogBacklog written = new(Capacity);
        if (source is not null)
        {
            await foreach (var entry in source(false, cancellationToken).ConfigureAwait(false))
            {
                written.Add(entry);
            }
        }

        yield return [.. LogTimestamp.Merge(hostLines, written).Select((e, i) => new LogLine(i + 1, e.Text, e.IsError))];
    }

    /// <summary>All there is now, then what is written later, until the log is completed.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = Join();
        try
        {
            if (reader is null)
            {
                await foreach (var lines in GetAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return lines;
                }

                yield break;
            }

            await foreach (var batch in reader.ReadBatchesAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return batch;
            }
        }
        finally
        {
            Leave(reader);
        }
    }

    public void Dispose() => Complete();

    private LogReader? Join()
    {
        lock (gate)
        {
            if (_completed)
            {
                return null;
            }

            var reader = new LogReader();
            var first = !HasReaders;
            _readers.Add(reader);
            foreach (var entry in first ? _hostLines : _backlog)
            {
                reader.Add(entry);
                if (first)
                {
                    _backlog.Add(entry);
                }
            }

            if (first)
            {
                StartPump();
                anyReadersChanged(true);
            }

            return reader;
        }
    }

    private void Leave(LogReader? reader)
    {
        lock (gate)
        {
            if (reader is not null && _readers.Remove(reader) && !HasReaders)
            {
                // The source begins anew for the next reader: what it wrote would otherwise come twice.
                _backlog.Clear();
                StopPump();
                anyReadersChanged(false);
            }
        }
    }

    private void Deliver(LogEntry entry)
    {
        if (HasReaders)
        {
            _backlog.Add(entry);
            _readers.ForEach(r => r.Add(entry));
        }
    }

    private void StartPump()
    {
        if (_source is { } source)
        {
            var pump = _pump = new();
            _ = Task.Run(() => PumpAsync(source, pump));
        }
    }

    private void StopPump()
    {
        // Not disposed: the source may still be looking at its token, and there is no timer to free.
        _pump?.Cancel();
        _pump = null;
    }

    private async Task PumpAsync(LogSource source, CancellationTokenSource pump)
    {
        try
        {
            await foreach (var entry in source(true, pump.Token).ConfigureAwait(false))
            {
                DeliverFrom(pump, entry);
            }
        }
        catch (OperationCanceledException) when (pump.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            DeliverFrom(pump, new($"The log cannot be read any further: {e.Message}", IsError: true));
        }
    }

    private void DeliverFrom(CancellationTokenSource pump, LogEntry entry)
    {
        lock (gate)
        {
            if (_pump == pump)
            {
                Deliver(entry);
            }
        }
    }
}

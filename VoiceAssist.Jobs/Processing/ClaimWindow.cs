namespace VoiceAssist.Jobs.Processing;

/// <summary>Counts what is claimed, so that the processor claims neither too much nor too often. See <see cref="ClaimSize"/>.</summary>
internal sealed class ClaimWindow(int concurrency)
{
    /// <summary>Runs that are over but not written yet; with more of them nothing is claimed, the record is behind.</summary>
    public const int MaxClosing = 2_048;

    /// <summary>Share of the newest run in the average.</summary>
    private const double Newest = 0.05;

    /// <summary>Until the first run is over nobody knows how short jobs are: none is claimed ahead.</summary>
    private double _averageTicks = ClaimSize.Ahead.Ticks;

    private readonly Lock _lock = new();
    private int _handling;
    private int _closing;
    private TaskCompletionSource? _waiter;
    private TaskCompletionSource? _empty;

    /// <summary>Waits until a claim is worth it.</summary>
    /// <returns>How many jobs to claim.</returns>
    public async Task<int> RoomAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (Room() is > 0 and var room)
                {
                    return room;
                }

                _waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                changed = _waiter.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until everything that was claimed is written.</summary>
    public Task EmptyAsync()
    {
        lock (_lock)
        {
            _empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Wake();
            return _empty.Task;
        }
    }

    public void Claimed(int count)
    {
        lock (_lock)
        {
            _handling += count;
        }
    }

    /// <summary>A run is over and on its way into the record.</summary>
    /// <param name="took">How long it took; absent when it never began.</param>
    public void Handled(TimeSpan? took)
    {
        lock (_lock)
        {
            _handling--;
            _closing++;
            _averageTicks += took is { } span ? (span.Ticks - _averageTicks) * Newest : 0;
            Wake();
        }
    }

    /// <summary>A run is written.</summary>
    public void Closed()
    {
        lock (_lock)
        {
            _closing--;
            Wake();
        }
    }

    private int Room()
    {
        var window = ClaimSize.Window(concurrency, TimeSpan.FromTicks((long)_averageTicks));
        var room = window - _handling;
        return room >= ClaimSize.WorthAClaim(concurrency, window) && _closing < MaxClosing ? room : 0;
    }

    private void Wake()
    {
        if (_waiter is not null && Room() > 0)
        {
            _waiter.TrySetResult();
            _waiter = null;
        }

        if (_handling + _closing == 0)
        {
            _empty?.TrySetResult();
        }
    }
}

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource's life from its start until all of its instances have ended.</summary>
internal sealed class ResourceRun
{
    private readonly TaskCompletionSource<bool> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;

    public ResourceRun()
    {
        // Nobody may be waiting when a subscriber of the ready event fails.
        _ = _outcome.Task.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>True once it is ready, false if it ended before; faulted when a subscriber failed.</summary>
    public Task<bool> Outcome => _outcome.Task;

    /// <summary>Whether the ready event was published.</summary>
    public bool Begun => Volatile.Read(ref _begun) == 1;

    /// <summary>Whether the caller is the one to publish the ready event; true once.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref _begun, 1) == 0;

    /// <summary>The subscribers are done.</summary>
    public void Complete() => _outcome.TrySetResult(true);

    /// <summary>A subscriber failed.</summary>
    public void Fail(Exception exception) => _outcome.TrySetException(exception);

    public void End() => _outcome.TrySetResult(false);
}

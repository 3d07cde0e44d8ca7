namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// Tells those who wait for a resource that the subscribers of its <see cref="ResourceReadyEvent"/> are done.
/// It starts anew whenever the resource has ended, so that a restart is waited for as the first start was.
/// </summary>
internal sealed class ResourceReadySource
{
    private volatile ResourceRun _run = new();

    /// <summary>The run under way, or the one to come.</summary>
    public ResourceRun Current => _run;

    /// <summary>Whether the current run is ready.</summary>
    public bool IsReady => _run.Outcome is { IsCompletedSuccessfully: true, Result: true };

    /// <summary>Waits until the current run is ready.</summary>
    /// <returns>False when the run ended before it was.</returns>
    /// <exception cref="Exception">What a subscriber threw.</exception>
    public Task<bool> WaitAsync(CancellationToken cancellationToken) => _run.Outcome.WaitAsync(cancellationToken);

    /// <summary>The resource has ended.</summary>
    public void Reset() => Interlocked.Exchange(ref _run!, new ResourceRun()).End();
}

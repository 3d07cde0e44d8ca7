namespace VoiceAssist.Jobs.Store;

/// <summary>Whether the schema is there; actors wait for it, readiness looks at it.</summary>
public sealed class Schema
{
    private readonly TaskCompletionSource _applied = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsApplied => _applied.Task.IsCompletedSuccessfully;

    /// <summary>Completes when the schema is there.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public Task WhenAppliedAsync(CancellationToken cancellationToken) => _applied.Task.WaitAsync(cancellationToken);

    internal void MarkApplied() => _applied.TrySetResult();
}

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that becomes known once; readers wait for it.</summary>
public sealed class ValueSnapshot<T>
    where T : notnull
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether a value has been set.</summary>
    public bool IsValueSet
    {
        get
        {
            lock (_lock)
            {
                return _source.Task.IsCompletedSuccessfully;
            }
        }
    }

    /// <summary>The value; waits until it is set.</summary>
    public Task<T> GetValueAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return _source.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Sets the value; a later call replaces it for later readers.</summary>
    public void SetValue(T value)
    {
        lock (_lock)
        {
            Renew();
            _source.SetResult(value);
        }
    }

    /// <summary>Lets readers fail with the given error.</summary>
    public void SetException(Exception exception)
    {
        lock (_lock)
        {
            Renew();
            _source.SetException(exception);
            // A failure that nobody waits for is not an unobserved one.
            _ = _source.Task.Exception;
        }
    }

    private void Renew()
    {
        if (_source.Task.IsCompleted)
        {
            _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

using System.Collections.Concurrent;

namespace VoiceAssist.Jobs.Submission;

/// <summary>
/// Writes what many callers add in as few statements as they come: while one statement is under way, the next one gathers.
/// Alone, a caller waits for nobody.
/// </summary>
/// <param name="write">Writes a batch and tells each item how it went; must not throw.</param>
/// <param name="size">An item's bytes.</param>
/// <param name="maxCount">Items per batch.</param>
/// <param name="maxSize">Bytes per batch; a larger item goes alone.</param>
internal sealed class GroupCommit<T>(Func<IReadOnlyList<T>, Task> write, Func<T, long> size, int maxCount, long maxSize)
{
    private readonly ConcurrentQueue<T> _waiting = new();
    private int _writing;
    private long _pending;

    /// <summary>Bytes of what was added and is not yet written.</summary>
    public long Pending => Volatile.Read(ref _pending);

    public void Add(T item)
    {
        Interlocked.Add(ref _pending, size(item));
        _waiting.Enqueue(item);
        if (Interlocked.Exchange(ref _writing, 1) == 0)
        {
            // The batch is nobody's alone: it must not run in the trace of the caller who happened to start it.
            using (ExecutionContext.SuppressFlow())
            {
                _ = Task.Run(WriteAllAsync);
            }
        }
    }

    private async Task WriteAllAsync()
    {
        do
        {
            while (NextBatch() is { Count: > 0 } batch)
            {
                await write(batch).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Interlocked.Add(ref _pending, -batch.Sum(size));
            }

            // A full fence: whoever adds after the look below must see that nobody writes.
            Interlocked.Exchange(ref _writing, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _writing, 1) == 0);
    }

    private List<T> NextBatch()
    {
        var batch = new List<T>();
        long total = 0;
        while (batch.Count < maxCount && _waiting.TryPeek(out var next)
            && (batch.Count == 0 || total + size(next) <= maxSize)
            && _waiting.TryDequeue(out var item))
        {
            batch.Add(item);
            total += size(item);
        }

        return batch;
    }
}

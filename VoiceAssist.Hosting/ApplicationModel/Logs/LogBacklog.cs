using System.Collections;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The last lines of a log.</summary>
/// <param name="capacity">How many; older ones are dropped.</param>
internal sealed class LogBacklog(int capacity) : IReadOnlyCollection<LogEntry>
{
    private readonly Queue<LogEntry> _entries = new();

    public int Count => _entries.Count;

    public void Add(LogEntry entry)
    {
        if (_entries.Count == capacity)
        {
            _entries.Dequeue();
        }

        _entries.Enqueue(entry);
    }

    public void Clear() => _entries.Clear();

    public IEnumerator<LogEntry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>One reader of a log. Its lines are numbered when they are handed to it, from 1.</summary>
internal sealed class LogReader
{
    private const int BatchSize = 1000;

    // A reader that does not keep up loses its oldest lines, as the backlog does, rather than the host its memory.
    private readonly Channel<LogLine> _lines = Channel.CreateBounded<LogLine>(
        new BoundedChannelOptions(ResourceLog.Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private int _lastNumber;

    public void Add(LogEntry entry) => _lines.Writer.TryWrite(new(++_lastNumber, entry.Text, entry.IsError));

    /// <summary>Ends the reading once all that was added is read.</summary>
    public void Complete() => _lines.Writer.TryComplete();

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> ReadBatchesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await _lines.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            List<LogLine> batch = [];
            while (batch.Count < BatchSize && _lines.Reader.TryRead(out var line))
            {
                batch.Add(line);
            }

            if (batch.Count > 0)
            {
                yield return batch;
            }
        }
    }
}

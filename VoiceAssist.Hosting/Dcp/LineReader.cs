using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// Reads text by line feeds alone: a carriage return inside a line (a progress bar, say) belongs to it, one at its end does not.
/// A stream that breaks off ends like one that is closed.
/// </summary>
internal sealed class LineReader(Stream stream)
{
    private readonly PipeReader _reader = PipeReader.Create(stream);

    /// <summary>The next line, or null at the end of the stream.</summary>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult result;
            try
            {
                result = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (IOException)
            {
                return null;
            }

            var buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Text(buffer.Slice(0, end));
                _reader.AdvanceTo(buffer.GetPosition(1, end));
                return line;
            }

            if (result.IsCompleted)
            {
                var rest = buffer.IsEmpty ? null : Text(buffer);
                _reader.AdvanceTo(buffer.End);
                return rest;
            }

            _reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static string Text(ReadOnlySequence<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return text.EndsWith('\r') ? text[..^1] : text;
    }
}

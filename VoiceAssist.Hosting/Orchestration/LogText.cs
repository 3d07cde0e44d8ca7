using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;

namespace Aspire.Hosting.Orchestration;

/// <summary>A line of DCP's logs as the dashboard shows it: with its time, and DCP's own remarks marked.</summary>
internal static class LogText
{
    public static LogEntry Of(DcpLogLine line)
    {
        var text = line.Source == DcpLogSource.System ? $"[sys] {line.Text}" : line.Text;
        return new(line.Timestamp is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} {text}") : text, line.IsError);
    }
}

using System.Globalization;

namespace Aspire.Hosting.Dcp;

/// <summary>Reads the lines that the log subresource sends with <c>timestamps=true</c>.</summary>
internal static class DcpLogLineParser
{
    /// <remarks>
    /// Workloads: <c>2026-11-24T05:47:03.108Z text</c> (containers with nanoseconds). System, tab separated:
    /// <c>2026-11-24T05:50:48.783Z	info	ExecutableReconciler	Starting process...	{"Cmd": "/bin/sh"}</c>
    /// </remarks>
    public static DcpLogLine Parse(DcpLogSource source, string line)
    {
        if (source == DcpLogSource.System)
        {
            return DcpMessage.TryParse(line) is { } message
                ? new DcpLogLine(source, message.Timestamp, message.ToString(), message.IsError)
                : new DcpLogLine(source, null, line, false);
        }

        var isError = source == DcpLogSource.StandardError;
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && TryParseTimestamp(line.AsSpan(0, space), out var timestamp)
            ? new DcpLogLine(source, timestamp, line[(space + 1)..], isError)
            : new DcpLogLine(source, null, line, isError);
    }

    /// <summary>RFC 3339 with any number of fractional digits.</summary>
    public static bool TryParseTimestamp(ReadOnlySpan<char> text, out DateTimeOffset timestamp)
    {
        timestamp = default;
        return text.Length >= "2026-11-24T05:47:03Z".Length
            && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out timestamp);
    }
}

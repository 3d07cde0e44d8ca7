using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The time at the start of a line, e.g. <c>2026-01-31T12:00:00.0000000Z text</c>.</summary>
internal static class LogTimestamp
{
    /// <summary>The line with its time before it.</summary>
    public static string Prefix(DateTimeOffset time, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:O} {text}");

    /// <summary>The time; null when the line has none.</summary>
    public static DateTimeOffset? Of(string line)
    {
        var end = line.IndexOf(' ', StringComparison.Ordinal);
        var candidate = line.AsSpan(0, end < 0 ? line.Length : end);
        return candidate.Length > 10 && candidate[10] == 'T' &&
            DateTimeOffset.TryParse(candidate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    /// <summary>Two logs as one, by time. A line without a time stays behind the one it followed.</summary>
    public static IReadOnlyList<LogEntry> Merge(IEnumerable<LogEntry> first, IEnumerable<LogEntry> second) =>
        [.. Timed(first).Concat(Timed(second)).OrderBy(e => e.Time).Select(e => e.Entry)];

    private static IEnumerable<(DateTimeOffset Time, LogEntry Entry)> Timed(IEnumerable<LogEntry> entries)
    {
        var last = DateTimeOffset.MinValue;
        foreach (var entry in entries)
        {
            last = Of(entry.Text) ?? last;
            yield return (last, entry);
        }
    }
}

using System.Globalization;

namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>A recorded load as CSV: <c>time,rate</c> per line, time in seconds (or an ISO 8601 instant), a header line optional.</summary>
public static class CsvSeries
{
    /// <summary>Reads the text; times become relative to the first.</summary>
    /// <exception cref="FormatException">A line is not two values; the message names the line and what it holds.</exception>
    public static IReadOnlyList<LoadPoint> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var points = new List<(double Seconds, double Rate)>();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            if (TryReadLine(line, out var point))
            {
                points.Add(point);
            }
            else if (number > 1 || double.TryParse(line.Split(',')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            {
                throw new FormatException(
                    $"CSV line {number}: '{line}' must be a time (seconds up to {RecordedTime.Longest:0}, or an instant) and a rate per second, "
                    + "separated by a comma (for example 30,12.5).");
            }
        }

        if (points.Count == 0)
        {
            throw new FormatException("CSV: no line holds a time and a rate per second.");
        }

        return [.. points.Select(p => new LoadPoint(TimeSpan.FromSeconds(p.Seconds - points[0].Seconds), p.Rate))];
    }

    private static bool TryReadLine(string line, out (double Seconds, double Rate) point)
    {
        point = default;
        var fields = line.Split(',');
        if (fields.Length != 2 || !double.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out point.Rate))
        {
            return false;
        }

        if (double.TryParse(fields[0], NumberStyles.Float, CultureInfo.InvariantCulture, out point.Seconds))
        {
            return RecordedTime.IsPossible(point.Seconds);
        }

        var isInstant = DateTimeOffset.TryParse(fields[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant);
        point.Seconds = instant.ToUnixTimeMilliseconds() / 1000.0;
        return isInstant;
    }
}

namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>A recorded rate: each value holds until the next.</summary>
public sealed record ReplayLoad : Load
{
    private readonly double[] _seconds;
    private readonly double[] _rates;

    /// <param name="series">Times since the start and rates per second, in any order. NaN and negative rates count as 0, infinite ones are refused.</param>
    /// <exception cref="ArgumentException">The series is empty, or a rate is infinite.</exception>
    public ReplayLoad(IEnumerable<LoadPoint> series)
    {
        var points = series.OrderBy(p => p.Time).ToArray();
        if (points.Length == 0)
        {
            throw new ArgumentException("A replay needs at least one point; the series is empty.", nameof(series));
        }

        if (Array.Find(points, p => double.IsInfinity(p.PerSecond)) is { PerSecond: not 0 } endless)
        {
            throw new ArgumentException($"At {endless.Time} the rate is infinite; give a finite rate per second.", nameof(series));
        }

        _seconds = [.. points.Select(p => p.Time.TotalSeconds)];
        _rates = [.. points.Select(p => p.PerSecond > 0 ? p.PerSecond : 0)];
    }

    /// <summary>The time of the last point.</summary>
    public TimeSpan End => TimeSpan.FromSeconds(_seconds[^1]);

    /// <summary>Reads a CSV text (see <see cref="CsvSeries"/>).</summary>
    public static ReplayLoad FromCsv(string text) => new(CsvSeries.Read(text));

    /// <summary>Reads the answer of a Prometheus range query (see <see cref="PrometheusRange"/>).</summary>
    public static ReplayLoad FromPrometheus(string json) => new(PrometheusRange.Read(json));

    /// <summary>The first rate also holds before the first point, the last one after the last.</summary>
    public override double RateAt(TimeSpan time)
    {
        var index = Array.BinarySearch(_seconds, time.TotalSeconds);
        return _rates[index >= 0 ? index : Math.Max(0, ~index - 1)];
    }
}

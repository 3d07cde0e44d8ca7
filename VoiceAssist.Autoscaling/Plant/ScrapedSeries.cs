namespace VoiceAssist.Autoscaling.Plant;

/// <summary>What Prometheus scraped of one target, as far back as its adapter looks.</summary>
public sealed class ScrapedSeries
{
    private readonly List<(double Time, double Value)> _points = [];

    /// <summary>Takes a scrape.</summary>
    /// <param name="time">When, in seconds.</param>
    /// <param name="value">The value.</param>
    /// <param name="keep">How far back points are kept, in seconds.</param>
    public void Add(double time, double value, double keep)
    {
        _points.Add((time, value));
        while (_points[0].Time < time - keep)
        {
            _points.RemoveAt(0);
        }
    }

    /// <summary>The last value scraped up to a time; null when there is none yet.</summary>
    public double? Last(double time)
    {
        for (var i = _points.Count - 1; i >= 0; i--)
        {
            if (_points[i].Time <= time)
            {
                return _points[i].Value;
            }
        }

        return null;
    }

    /// <summary>The increase per second over a window that ends at a time; null with fewer than two points in it.</summary>
    public double? Rate(double time, double window)
    {
        (double Time, double Value)? first = null;
        (double Time, double Value) last = default;
        foreach (var point in _points)
        {
            if (point.Time > time - window && point.Time <= time)
            {
                first ??= point;
                last = point;
            }
        }

        return first is { } start && last.Time > start.Time ? Math.Max(0, last.Value - start.Value) / (last.Time - start.Time) : null;
    }
}

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

    /// <summary>
    /// PromQL's <c>rate()</c> of a counter over a window that ends at a time: the increase, resets taken into account, extrapolated to the
    /// window's ends and divided by the whole window.
    /// </summary>
    /// <returns>Null with fewer than two points in the window, whose start is not part of it (Prometheus 3).</returns>
    /// <remarks>The rule is <c>extrapolatedRate</c> of Prometheus' <c>promql/functions.go</c>.</remarks>
    public double? Rate(double time, double window)
    {
        var first = _points.FindIndex(p => p.Time > time - window);
        var last = _points.FindLastIndex(p => p.Time <= time);
        if (first < 0 || last <= first || _points[last].Time <= _points[first].Time)
        {
            return null;
        }

        var increase = 0.0;
        for (var i = first + 1; i <= last; i++)
        {
            var (before, now) = (_points[i - 1].Value, _points[i].Value);
            increase += now < before ? now : now - before;
        }

        var sampled = _points[last].Time - _points[first].Time;
        var between = sampled / (last - first);
        var toStart = ToBoundary(_points[first].Time - (time - window), between);
        if (increase > 0 && _points[first].Value >= 0)
        {
            // A counter was never below zero: it is not traced back to before its beginning.
            toStart = Math.Min(toStart, sampled * _points[first].Value / increase);
        }

        return increase * (toStart + sampled + ToBoundary(time - _points[last].Time, between)) / sampled / window;
    }

    // Up to a boundary where the next point would lie beyond it; otherwise the series seems to begin or end about half an interval away.
    private static double ToBoundary(double distance, double between) => distance < between * 1.1 ? distance : between / 2;
}

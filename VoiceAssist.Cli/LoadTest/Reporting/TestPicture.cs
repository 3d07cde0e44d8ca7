using ScottPlot;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Pictures;

namespace VoiceAssist.Cli.LoadTest.Reporting;

/// <summary>One workload's test as a picture: what was due and answered, replicas beside the prediction, metrics against their targets, latency.</summary>
internal static class TestPicture
{
    private static readonly (Color Color, LinePattern Pattern)[] Lines =
    [
        (PictureStyle.Blue, LinePattern.Solid),
        (Color.FromHex("#009E73"), LinePattern.Dashed),
        (Color.FromHex("#CC79A7"), LinePattern.Dotted),
        (Color.FromHex("#E69F00"), LinePattern.DenselyDashed),
    ];

    /// <summary>The picture as the text of an SVG file.</summary>
    public static string Svg(TestRecord record, int load) => PictureFile.Svg([Load(record, load), Replicas(record, load), Metrics(record, load), Latency(record, load)]);

    private static Plot TimePlot(TestRecord record, int load)
    {
        var plot = new Plot();
        plot.Axes.SetLimitsX(0, record.Samples[^1].Time.TotalMinutes);
        plot.Add.VerticalLine(record.Plan.Loads[load].Profile.Length.TotalMinutes, 1.5f, PictureStyle.Grey, LinePattern.DenselyDashed).ExcludeFromLegend = true;
        return plot;
    }

    private static PictureRow Load(TestRecord record, int load)
    {
        var plot = TimePlot(record, load);
        var (profile, name) = (record.Plan.Loads[load].Profile, record.Plan.Loads[load].Workload);
        var samples = record.Samples;
        plot.AddLine(Minutes(record), [.. samples.Select(s => profile.RateAt(s.Time))], PictureStyle.Grey, LinePattern.Dashed, 3).LegendText = "due";
        var answered = samples.Zip(samples.Skip(1), (a, b) => (b.Answered.GetValueOrDefault(name) - a.Answered.GetValueOrDefault(name)) / Math.Max(1e-9, (b.Time - a.Time).TotalSeconds / record.Speed));
        Line(plot, Minutes(record), [0, .. answered], 0, "answered well");
        plot.Axes.SetLimitsY(0, profile.Peak * 1.5);
        return plot.ToRow("per second", legend: true);
    }

    private static PictureRow Replicas(TestRecord record, int load)
    {
        var plot = TimePlot(record, load);
        var seen = record.Samples.Select(s => s.Of(record.Plan.Loads[load].Workload)).ToArray();
        var steps = record.Predictions[load].Steps(record.Samples[^1].Time).ToArray();
        plot.AddSteps([.. steps.Select(s => s.Time.TotalMinutes)], [.. steps.Select(s => (double)s.Wanted)], PictureStyle.Orange, LinePattern.Dashed, 3).LegendText = "predicted";
        plot.AddSteps(Minutes(record), [.. seen.Select(w => (double)(w?.Wanted ?? 0))], PictureStyle.Blue, LinePattern.Solid, 4).LegendText = "wanted";
        plot.AddSteps(Minutes(record), [.. seen.Select(w => (double)(w?.Ready ?? 0))], PictureStyle.Grey, LinePattern.Dotted, 3).LegendText = "ready";
        plot.Axes.SetLimitsY(0, 1.6 * Math.Max(steps.Max(s => s.Wanted), seen.Max(w => w?.Wanted ?? 1)));
        return plot.ToRow("replicas", legend: true);
    }

    private static PictureRow Metrics(TestRecord record, int load)
    {
        var plot = TimePlot(record, load);
        var workload = record.Plan.Loads[load].Workload;
        var names = record.Samples.SelectMany(s => s.Of(workload)?.Metrics ?? []).Select(m => m.Name).Distinct().ToList();
        var top = 120.0;
        for (var i = 0; i < names.Count; i++)
        {
            var points = record.Samples
                .Select(s => (s.Time, Percent: s.Of(workload)?.Metrics.FirstOrDefault(m => m.Name == names[i])?.PercentOfTarget))
                .Where(p => p.Percent is not null).ToArray();
            if (points.Length > 0)
            {
                Line(plot, [.. points.Select(p => p.Time.TotalMinutes)], [.. points.Select(p => p.Percent!.Value)], i, names[i].Split(' ')[^1].Replace("voiceassist_", "", StringComparison.Ordinal));
                top = Math.Max(top, points.Max(p => p.Percent!.Value));
            }
        }

        // Up to three lines of legend.
        top *= 2;
        plot.Add.HorizontalLine(100, 2, PictureStyle.Orange, LinePattern.Dashed).ExcludeFromLegend = true;
        plot.Axes.SetLimitsY(0, top);
        plot.NameLines(top, (100, "target"));
        return plot.ToRow("% of target", legend: true);
    }

    private static PictureRow Latency(TestRecord record, int load)
    {
        var plot = TimePlot(record, load);
        var seconds = record.Results[load].Seconds.Where(s => s.WorstMilliseconds > 0).ToArray();
        if (seconds.Length > 0)
        {
            Line(plot, [.. seconds.Select(s => s.Second * record.Speed / 60)], [.. seconds.Select(s => s.WorstMilliseconds)], 0, "slowest answer of each second");
            plot.Axes.SetLimitsY(0, seconds.Max(s => s.WorstMilliseconds) * 1.5);
        }

        return plot.ToRow("ms", legend: true, record.Speed > 1 ? "minutes of the cluster's time" : "minutes");
    }

    private static double[] Minutes(TestRecord record) => [.. record.Samples.Select(s => s.Time.TotalMinutes)];

    private static void Line(Plot plot, double[] x, double[] y, int style, string legend) =>
        plot.AddLine(x, y, Lines[style % Lines.Length].Color, Lines[style % Lines.Length].Pattern, 3).LegendText = legend;
}

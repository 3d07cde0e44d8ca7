using ScottPlot;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Pictures;

namespace VoiceAssist.Cli.LoadTest.Reporting;

/// <summary>One workload's test as a picture: what was due and answered, replicas beside the prediction, metrics against their targets, latency.</summary>
internal static class TestPicture
{
    private static readonly Color Grey = Color.FromHex("#555555");
    private static readonly Color Orange = Color.FromHex("#D55E00");
    private static readonly (Color Color, LinePattern Pattern)[] Lines =
    [
        (Color.FromHex("#0072B2"), LinePattern.Solid),
        (Color.FromHex("#009E73"), LinePattern.Dashed),
        (Color.FromHex("#CC79A7"), LinePattern.Dotted),
        (Color.FromHex("#E69F00"), LinePattern.DenselyDashed),
    ];

    /// <summary>The picture as the text of an SVG file.</summary>
    public static string Svg(TestRecord record, int load)
    {
        var picture = new Multiplot();
        picture.AddPlots(4);
        Load(picture.GetPlot(0), record, load);
        Replicas(picture.GetPlot(1), record, load);
        Metrics(picture.GetPlot(2), record, load);
        Latency(picture.GetPlot(3), record, load);
        foreach (var plot in picture.GetPlots())
        {
            plot.Axes.SetLimitsX(0, record.Samples[^1].Time.TotalMinutes);
            plot.Axes.Left.MinimumSize = 60;
            var ends = plot.Add.VerticalLine(record.Plan.Loads[load].Profile.Length.TotalMinutes, 1, Grey, LinePattern.DenselyDashed);
            ends.ExcludeFromLegend = true;
        }

        return PictureFile.Svg(picture);
    }

    private static void Load(Plot plot, TestRecord record, int load)
    {
        var (profile, name) = (record.Plan.Loads[load].Profile, record.Plan.Loads[load].Workload);
        var samples = record.Samples;
        var due = plot.Add.ScatterLine(Minutes(record), [.. samples.Select(s => profile.RateAt(s.Time))], Grey);
        (due.LegendText, due.LinePattern, due.LineWidth) = ("due", LinePattern.Dashed, 2);
        var answered = samples.Zip(samples.Skip(1), (a, b) => (b.Answered.GetValueOrDefault(name) - a.Answered.GetValueOrDefault(name)) / Math.Max(1e-9, (b.Time - a.Time).TotalSeconds / record.Speed));
        Line(plot, Minutes(record), [0, .. answered], 0, "answered well");
        plot.Axes.SetLimitsY(0, profile.Peak * 1.5);
        Label(plot, "per second");
    }

    private static void Replicas(Plot plot, TestRecord record, int load)
    {
        var seen = record.Samples.Select(s => s.Of(record.Plan.Loads[load].Workload)).ToArray();
        var steps = record.Predictions[load].Steps(record.Samples[^1].Time).ToArray();
        var predicted = plot.Add.ScatterLine(steps.Select(s => s.Time.TotalMinutes).ToArray(), steps.Select(s => (double)s.Wanted).ToArray(), Orange);
        (predicted.LegendText, predicted.LinePattern, predicted.LineWidth, predicted.ConnectStyle) = ("predicted", LinePattern.Dashed, 2, ConnectStyle.StepHorizontal);
        var wanted = Line(plot, Minutes(record), [.. seen.Select(w => (double)(w?.Wanted ?? 0))], 0, "wanted");
        (wanted.LineWidth, wanted.ConnectStyle) = (3, ConnectStyle.StepHorizontal);
        var ready = plot.Add.ScatterLine(Minutes(record), [.. seen.Select(w => (double)(w?.Ready ?? 0))], Grey);
        (ready.LegendText, ready.LinePattern, ready.LineWidth, ready.ConnectStyle) = ("ready", LinePattern.Dotted, 2, ConnectStyle.StepHorizontal);
        plot.Axes.SetLimitsY(0, 1.6 * Math.Max(steps.Max(s => s.Wanted), seen.Max(w => w?.Wanted ?? 1)));
        Label(plot, "replicas");
    }

    private static void Metrics(Plot plot, TestRecord record, int load)
    {
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

        var target = plot.Add.HorizontalLine(100, 1.5f, Orange, LinePattern.Dashed);
        target.ExcludeFromLegend = true;
        plot.Axes.SetLimitsY(0, top * 1.5);
        Label(plot, "% of target");
    }

    private static void Latency(Plot plot, TestRecord record, int load)
    {
        var seconds = record.Results[load].Seconds.Where(s => s.WorstMilliseconds > 0).ToArray();
        if (seconds.Length > 0)
        {
            Line(plot, [.. seconds.Select(s => s.Second * record.Speed / 60)], [.. seconds.Select(s => s.WorstMilliseconds)], 0, "slowest answer of each second");
            plot.Axes.SetLimitsY(0, seconds.Max(s => s.WorstMilliseconds) * 1.5);
        }

        Label(plot, "ms");
        plot.XLabel(record.Speed > 1 ? "minutes of the cluster's time" : "minutes", 11);
    }

    private static double[] Minutes(TestRecord record) => [.. record.Samples.Select(s => s.Time.TotalMinutes)];

    private static ScottPlot.Plottables.Scatter Line(Plot plot, double[] x, double[] y, int style, string legend)
    {
        var line = plot.Add.ScatterLine(x, y, Lines[style % Lines.Length].Color);
        (line.LinePattern, line.LineWidth, line.LegendText) = (Lines[style % Lines.Length].Pattern, 2, legend);
        return line;
    }

    private static void Label(Plot plot, string text)
    {
        plot.YLabel(text, 12);
        plot.ShowLegend(Alignment.UpperRight, Orientation.Horizontal);
        plot.Legend.FontSize = 11;
        plot.Legend.ShadowColor = Colors.Transparent;
    }
}

using ScottPlot;
using VoiceAssist.Autoscaling.Simulation;

namespace VoiceAssist.Cli.Pictures;

/// <summary>
/// A run as a picture: load, one metric against its target, replicas within their bounds, and where a window or policy held back.
/// Lines differ in pattern and width as well as colour, so that it reads in black and white and for colour-blind people (Okabe-Ito colours).
/// </summary>
internal static class RunPicture
{
    private static readonly Color Blue = Color.FromHex("#0072B2");
    private static readonly Color Orange = Color.FromHex("#D55E00");
    private static readonly Color Grey = Color.FromHex("#555555");
    private static readonly Color Shade = Color.FromHex("#E8E8E8");

    /// <summary>Draws a workload's run into a file, PNG or SVG by its extension.</summary>
    /// <param name="run">The run.</param>
    /// <param name="metric">The index of the metric to show.</param>
    /// <param name="loadUnit">The unit of the load, for its axis.</param>
    /// <param name="path">Where to.</param>
    public static void Save(WorkloadRun run, int metric, string loadUnit, string path)
    {
        var picture = new Multiplot();
        picture.AddPlots(3);
        Load(picture.GetPlot(0), run, loadUnit);
        Metric(picture.GetPlot(1), run, metric);
        Replicas(picture.GetPlot(2), run);
        foreach (var plot in picture.GetPlots())
        {
            plot.Axes.SetLimitsX(0, run.Points[^1].Time.TotalMinutes);
        }

        PictureFile.Save(picture, path);
    }

    private static double[] Minutes(WorkloadRun run) => [.. run.Points.Select(p => p.Time.TotalMinutes)];

    private static void Load(Plot plot, WorkloadRun run, string unit)
    {
        Line(plot, Minutes(run), [.. run.Points.Select(p => p.Load)], Grey, LinePattern.Solid, 2);
        Label(plot, unit, legend: false);
    }

    private static void Metric(Plot plot, WorkloadRun run, int index)
    {
        var seen = run.Points.Where(p => index < p.Metrics.Count && !p.Metrics[index].HasFailed).ToArray();
        if (seen.Length == 0)
        {
            Label(plot, "metric", legend: false);
            return;
        }

        var spec = seen[0].Metrics[index].Metric;
        var line = Line(plot, [.. seen.Select(p => p.Time.TotalMinutes)], [.. seen.Select(p => p.Metrics[index].Ratio * 100)], Blue, LinePattern.Solid, 2);
        line.LegendText = $"{spec.DisplayName}, % of target";
        var target = plot.Add.HorizontalLine(100, 1.5f, Orange, LinePattern.Dashed);
        target.LegendText = $"target {spec.Target}";
        plot.Axes.SetLimitsY(0, 1.4 * Math.Max(120, seen.Max(p => p.Metrics[index].Ratio * 100)));
        Label(plot, "% of target", legend: true);
    }

    private static void Replicas(Plot plot, WorkloadRun run)
    {
        foreach (var (_, from, to) in HeldBackSpans.Of(run))
        {
            var span = plot.Add.HorizontalSpan(from, to, Shade);
            span.LineWidth = 0;
        }

        var times = Minutes(run);
        var proposed = Line(plot, times, [.. run.Points.Select(p => (double)(p.Proposed ?? p.Wanted))], Orange, LinePattern.Dotted, 2);
        proposed.LegendText = "proposed by metrics";
        var wanted = Line(plot, times, [.. run.Points.Select(p => (double)p.Wanted)], Blue, LinePattern.Solid, 3);
        wanted.ConnectStyle = ConnectStyle.StepHorizontal;
        wanted.LegendText = "wanted";
        var ready = Line(plot, times, [.. run.Points.Select(p => (double)p.Ready)], Grey, LinePattern.Dashed, 1.5f);
        ready.ConnectStyle = ConnectStyle.StepHorizontal;
        ready.LegendText = "ready";
        var top = run.Points.Max(p => p.Wanted) * 1.6;
        if (run.Model.Autoscaler?.Spec is { } spec)
        {
            top = spec.MaxReplicas * 1.6;
            plot.Add.HorizontalLine(spec.MaxReplicas, 1, Grey, LinePattern.DenselyDashed);
            plot.Add.HorizontalLine(spec.MinReplicas ?? 1, 1, Grey, LinePattern.DenselyDashed);
        }

        plot.Axes.SetLimitsY(0, top);
        var reasons = HeldBackSpans.Annotate(plot, run, top * 0.78);
        Label(plot, "replicas", legend: true);
        plot.XLabel("minutes" + reasons, 11);
    }

    private static ScottPlot.Plottables.Scatter Line(Plot plot, double[] x, double[] y, Color color, LinePattern pattern, float width)
    {
        var line = plot.Add.ScatterLine(x, y, color);
        line.LinePattern = pattern;
        line.LineWidth = width;
        return line;
    }

    private static void Label(Plot plot, string text, bool legend)
    {
        plot.YLabel(text, 12);
        plot.Axes.Left.MinimumSize = 60;
        if (legend)
        {
            plot.ShowLegend(Alignment.UpperRight, Orientation.Horizontal);
            plot.Legend.FontSize = 11;
            plot.Legend.ShadowColor = Colors.Transparent;
        }
        else
        {
            plot.HideLegend();
        }
    }
}

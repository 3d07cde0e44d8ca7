using ScottPlot;
using VoiceAssist.Autoscaling.Simulation;

namespace VoiceAssist.Cli.Pictures;

/// <summary>A run as a picture: load, one metric against its target, replicas within their bounds, and where a window or policy held back.</summary>
internal static class RunPicture
{
    /// <summary>Draws a workload's run into a file, PNG or SVG by its extension.</summary>
    /// <param name="run">The run.</param>
    /// <param name="metric">The index of the metric to show.</param>
    /// <param name="loadUnit">The unit of the load, for its axis.</param>
    /// <param name="path">Where to.</param>
    public static void Save(WorkloadRun run, int metric, string loadUnit, string path) => PictureFile.Save(Rows(run, metric, loadUnit), path);

    /// <summary>The rows of the picture.</summary>
    public static IReadOnlyList<PictureRow> Rows(WorkloadRun run, int metric, string loadUnit) => [Load(run, loadUnit), Metric(run, metric), Replicas(run)];

    /// <summary>The load over time.</summary>
    public static PictureRow Load(WorkloadRun run, string unit)
    {
        var plot = TimePlot(run);
        plot.AddLine(Minutes(run), [.. run.Points.Select(p => p.Load)], PictureStyle.Grey, LinePattern.Solid, 3);
        plot.Axes.SetLimitsY(0, Math.Max(1e-3, run.Points.Max(p => p.Load) * 1.15));
        return plot.ToRow(unit, legend: false);
    }

    /// <summary>An empty plot over a run's time, in minutes.</summary>
    public static Plot TimePlot(WorkloadRun run)
    {
        var plot = new Plot();
        plot.Axes.SetLimitsX(0, run.Points[^1].Time.TotalMinutes);
        return plot;
    }

    /// <summary>The times of a run's points, in minutes.</summary>
    public static double[] Minutes(WorkloadRun run) => [.. run.Points.Select(p => p.Time.TotalMinutes)];

    private static PictureRow Metric(WorkloadRun run, int index)
    {
        var plot = TimePlot(run);
        var seen = run.Points.Where(p => index < p.Metrics.Count && !p.Metrics[index].HasFailed).ToArray();
        if (seen.Length == 0)
        {
            return plot.ToRow("metric", legend: false);
        }

        var spec = seen[0].Metrics[index].Metric;
        var top = 1.4 * Math.Max(120, seen.Max(p => p.Metrics[index].Ratio * 100));
        var line = plot.AddLine([.. seen.Select(p => p.Time.TotalMinutes)], [.. seen.Select(p => p.Metrics[index].Ratio * 100)], PictureStyle.Blue, LinePattern.Solid, 3);
        line.LegendText = $"{spec.Name}, target {spec.Target}";
        plot.Add.HorizontalLine(100, 2, PictureStyle.Orange, LinePattern.Dashed);
        plot.Axes.SetLimitsY(0, top);
        plot.NameLines(top, (100, "target"));
        return plot.ToRow("% of target", legend: true);
    }

    private static PictureRow Replicas(WorkloadRun run)
    {
        var plot = TimePlot(run);
        var spec = run.Model.Autoscaler?.Spec;
        var top = (spec?.MaxReplicas ?? run.Points.Max(p => p.Wanted)) * 1.6;
        var reasons = HeldBackSpans.Annotate(plot, run, top * 0.8);
        var times = Minutes(run);
        plot.AddLine(times, [.. run.Points.Select(p => (double)(p.Proposed ?? p.Wanted))], PictureStyle.Orange, LinePattern.Dotted, 3).LegendText = "proposed";
        plot.AddSteps(times, [.. run.Points.Select(p => (double)p.Wanted)], PictureStyle.Blue, LinePattern.Solid, 4).LegendText = "wanted";
        plot.AddSteps(times, [.. run.Points.Select(p => (double)p.Ready)], PictureStyle.Grey, LinePattern.Dashed, 2).LegendText = "ready";
        plot.Axes.SetLimitsY(0, top);
        if (spec is not null)
        {
            ReplicaBounds.Draw(plot, spec.MinReplicas ?? 1, spec.MaxReplicas, top);
        }

        return plot.ToRow("replicas", legend: true, ["minutes", .. reasons]);
    }
}

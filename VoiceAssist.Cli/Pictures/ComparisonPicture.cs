using ScottPlot;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Simulation;

namespace VoiceAssist.Cli.Pictures;

/// <summary>Two runs under the same load in one picture: the load, the replicas of both, and how long what arrives has to wait.</summary>
internal static class ComparisonPicture
{
    /// <summary>The rows of the picture.</summary>
    /// <param name="before">As the manifests say: dashed.</param>
    /// <param name="after">With the change: solid.</param>
    /// <param name="loadUnit">The unit of the load, for its axis.</param>
    /// <param name="names">What the two are called; null for before and after.</param>
    public static IReadOnlyList<PictureRow> Rows(WorkloadRun before, WorkloadRun after, string loadUnit, (string Before, string After)? names = null)
    {
        var called = names ?? ("before", "after");
        return
        [
            RunPicture.Load(before, loadUnit),
            Replicas(before, after, called),
            before.Model.Service is JobService
                ? Both(before, after, p => p.QueueAge.TotalSeconds, "oldest job, s", called)
                : Both(before, after, p => p.Latency.TotalMilliseconds, "latency, ms", called),
        ];
    }

    private static PictureRow Replicas(WorkloadRun before, WorkloadRun after, (string Before, string After) called)
    {
        var plot = RunPicture.TimePlot(before);
        var spec = after.Model.Autoscaler!.Spec;
        var top = Math.Max(spec.MaxReplicas, before.Model.Autoscaler!.Spec.MaxReplicas) * 1.4;
        plot.AddSteps(RunPicture.Minutes(before), [.. before.Points.Select(p => (double)p.Wanted)], PictureStyle.Orange, LinePattern.Dashed, 4).LegendText = called.Before;
        plot.AddSteps(RunPicture.Minutes(after), [.. after.Points.Select(p => (double)p.Wanted)], PictureStyle.Blue, LinePattern.Solid, 3).LegendText = called.After;
        plot.Axes.SetLimitsY(0, top);
        ReplicaBounds.Draw(plot, spec.MinReplicas ?? 1, spec.MaxReplicas, top);
        return plot.ToRow("replicas", legend: true);
    }

    private static PictureRow Both(WorkloadRun before, WorkloadRun after, Func<RunPoint, double> figure, string name, (string Before, string After) called)
    {
        var plot = RunPicture.TimePlot(before);
        plot.AddLine(RunPicture.Minutes(before), [.. before.Points.Select(figure)], PictureStyle.Orange, LinePattern.Dashed, 4).LegendText = called.Before;
        plot.AddLine(RunPicture.Minutes(after), [.. after.Points.Select(figure)], PictureStyle.Blue, LinePattern.Solid, 3).LegendText = called.After;
        plot.Axes.SetLimitsY(0, Math.Max(1e-3, before.Points.Concat(after.Points).Max(figure)) * 1.4);
        return plot.ToRow(name, legend: true, "minutes");
    }
}

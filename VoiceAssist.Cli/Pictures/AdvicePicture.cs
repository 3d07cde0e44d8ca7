using System.Globalization;
using ScottPlot;
using VoiceAssist.Cli.Advise;

namespace VoiceAssist.Cli.Pictures;

/// <summary>The figures behind advice: each metric against its target with the tolerance in which nothing scales, and what pods used of their requests.</summary>
internal static class AdvicePicture
{
    private const double CpuPercentile = 0.95;
    private const double MemoryMargin = 1.15;

    private static readonly (Color Color, LinePattern Pattern)[] Lines =
    [
        (PictureStyle.Blue, LinePattern.Solid),
        (PictureStyle.Orange, LinePattern.Dashed),
        (Colors.Black, LinePattern.Dotted),
        (PictureStyle.Grey, LinePattern.DenselyDashed),
    ];

    /// <summary>The rows of one autoscaler.</summary>
    public static IEnumerable<PictureRow> Rows(AdvisedAutoscaler advised)
    {
        if (advised.Ratios.Any(r => r.Ratios.Count > 0))
        {
            yield return Metrics(advised);
        }

        if (advised.Usage.Count > 0)
        {
            yield return Usage(advised);
        }
    }

    private static PictureRow Metrics(AdvisedAutoscaler advised)
    {
        var plot = new Plot();
        var seen = advised.Ratios.Where(r => r.Ratios.Count > 0).ToList();
        var top = 100 * Math.Max(1.2, seen.Max(s => s.Ratios.Max(r => r.PerSecond))) * (1.15 + (0.25 * seen.Count));
        plot.Add.VerticalSpan(100 * (1 - advised.Tolerance.Down), 100 * (1 + advised.Tolerance.Up), PictureStyle.Shade).LineWidth = 0;
        foreach (var (index, (metric, ratios)) in seen.Index())
        {
            var line = plot.AddLine([.. ratios.Select(r => r.Time.TotalHours)], [.. ratios.Select(r => r.PerSecond * 100)], Lines[index % Lines.Length].Color, Lines[index % Lines.Length].Pattern, 3);
            line.LegendText = metric;
        }

        plot.Axes.SetLimits(0, seen.Max(s => s.Ratios[^1].Time.TotalHours), 0, top);
        plot.NameLines(top, (100, "target"));
        return plot.ToRow("% of target", legend: true, "hours; grey: the tolerance, where nothing scales", advised.Name);
    }

    // As advice on requests counts: the 95th percentile of CPU, the most memory and a margin.
    private static PictureRow Usage(AdvisedAutoscaler advised)
    {
        var cpu = Percentiles(advised, p => p.Cores, advised.Scaled.Requests.Cpu.Cores);
        var memory = Percentiles(advised, p => p.MemoryBytes, advised.Scaled.Requests.Memory.Bytes);
        var remark = advised.IsRecorded
            ? string.Create(CultureInfo.InvariantCulture, $"suggested: cpu {At(advised, p => p.Cores, CpuPercentile):0.##} cores, memory {At(advised, p => p.MemoryBytes, 1) * MemoryMargin / (1 << 20):0}Mi")
            : "simulated: no reason for other requests";
        return new AmountBars(["cpu", "memory"]).ToRow(
            [.. cpu.Select(c => new AmountBars.Bar(c.Name, [c.Percent, 0], null, Percent(c.Percent))), .. memory.Select(m => new AmountBars.Bar(m.Name, [0, m.Percent], null, Percent(m.Percent)))],
            100,
            true,
            $"% of the request, dashed: the request; {advised.Scaled.Workload}",
            remark);
    }

    private static IEnumerable<(string Name, double Percent)> Percentiles(AdvisedAutoscaler advised, Func<Autoscaling.Advising.UsagePoint, double> of, double request) => request <= 0
        ? []
        : new[] { ("p50", 0.5), ("p95", 0.95), ("max", 1.0) }.Select(p => (p.Item1, 100 * At(advised, of, p.Item2) / request));

    private static double At(AdvisedAutoscaler advised, Func<Autoscaling.Advising.UsagePoint, double> of, double share)
    {
        var sorted = advised.Usage.Select(of).Where(v => v >= 0 && double.IsFinite(v)).Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    private static string Percent(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0} %");
}

using System.Globalization;
using ScottPlot;
using VoiceAssist.Autoscaling.Simulation;

namespace VoiceAssist.Cli.Pictures;

/// <summary>When a window, policy or bound kept a workload from what its metrics proposed.</summary>
internal static class HeldBackSpans
{
    private const int ReasonsPerLine = 4;

    /// <summary>Numbers the spans within the plot.</summary>
    /// <returns>The legend of the numbers, for below the plot.</returns>
    // Numbers in the picture, names below it: names of this length would cover the lines on a phone.
    public static string Annotate(Plot plot, WorkloadRun run, double top)
    {
        var reasons = run.Points.Select(p => p.HeldBackBy).OfType<string>().Distinct().ToList();
        var shortest = run.Points[^1].Time.TotalMinutes / 40;
        var marked = new HashSet<string>();
        foreach (var (reason, from, to) in HeldBackSpans.Of(run))
        {
            if (to - from < shortest && !marked.Add(reason))
            {
                continue;
            }

            marked.Add(reason);
            var text = plot.Add.Text((reasons.IndexOf(reason) + 1).ToString(CultureInfo.InvariantCulture), from, top);
            text.LabelFontSize = 12;
            text.LabelBold = true;
            text.LabelFontColor = Colors.Black;
            text.LabelAlignment = Alignment.UpperLeft;
        }

        return reasons.Count == 0 ? "" : "; held back by\n" + string.Join(
            "\n",
            reasons.Select((r, i) => $"{i + 1} {r}").Chunk(ReasonsPerLine).Select(line => string.Join(", ", line)));
    }

    /// <summary>Each span with its reason, in minutes since the start.</summary>
    public static IEnumerable<(string Reason, double From, double To)> Of(WorkloadRun run)
    {
        (string Reason, double From)? open = null;
        foreach (var point in run.Points)
        {
            if (open is { } span && span.Reason != point.HeldBackBy)
            {
                yield return (span.Reason, span.From, point.Time.TotalMinutes);
                open = null;
            }

            open ??= point.HeldBackBy is { } reason ? (reason, point.Time.TotalMinutes) : null;
        }

        if (open is { } last)
        {
            yield return (last.Reason, last.From, run.Points[^1].Time.TotalMinutes);
        }
    }
}

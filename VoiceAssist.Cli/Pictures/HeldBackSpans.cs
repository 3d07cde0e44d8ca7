using System.Globalization;
using ScottPlot;
using VoiceAssist.Autoscaling.Simulation;

namespace VoiceAssist.Cli.Pictures;

/// <summary>When a window, policy or bound kept a workload from what its metrics proposed.</summary>
internal static class HeldBackSpans
{
    private const int LineLength = 56;

    /// <summary>Shades the spans and numbers their reasons.</summary>
    /// <returns>The legend of the numbers, as lines for below the plot.</returns>
    // Numbers in the picture, names below it: names of this length would cover the lines on a phone.
    public static IReadOnlyList<string> Annotate(Plot plot, WorkloadRun run, double top)
    {
        var spans = Of(run).ToList();
        foreach (var (_, from, to) in spans)
        {
            plot.Add.HorizontalSpan(from, to, PictureStyle.Shade).LineWidth = 0;
        }

        var reasons = spans.Select(s => s.Reason).Distinct().ToList();
        var pixelsPerMinute = PictureStyle.DataWidth / Math.Max(run.Points[^1].Time.TotalMinutes, 1e-9);
        foreach (var (number, at) in PlacedNumbers.Place(Notable(spans, run).Select(s => (reasons.IndexOf(s.Reason) + 1, s.From * pixelsPerMinute)), PictureStyle.DataWidth))
        {
            var text = plot.Add.Text(number.ToString(CultureInfo.InvariantCulture), at / pixelsPerMinute, top);
            (text.LabelFontSize, text.LabelFontName) = (PictureStyle.FontSize, PictureStyle.FontName);
            text.LabelBold = true;
            text.LabelFontColor = Colors.Black;
            text.LabelAlignment = Alignment.UpperLeft;
        }

        return reasons.Count == 0 ? [] : Wrap(["held back by", .. reasons.Select((r, i) => $"{i + 1} {r}")]);
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

    // Short spans only the first time: dozens of numbers would say nothing.
    private static IEnumerable<(string Reason, double From, double To)> Notable(IEnumerable<(string Reason, double From, double To)> spans, WorkloadRun run)
    {
        var shortest = run.Points[^1].Time.TotalMinutes / 40;
        var seen = new HashSet<string>();
        return spans.Where(s => seen.Add(s.Reason) || s.To - s.From >= shortest);
    }

    private static List<string> Wrap(IEnumerable<string> parts)
    {
        var lines = new List<string>();
        foreach (var part in parts)
        {
            if (lines.Count > 0 && lines[^1].Length + part.Length + 2 <= LineLength)
            {
                lines[^1] += (lines[^1].EndsWith("by", StringComparison.Ordinal) ? " " : ", ") + part;
            }
            else
            {
                lines.Add(part);
            }
        }

        return lines;
    }
}

using System.Net;
using System.Text;
using VoiceAssist.Cli.LoadTest.Judging;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.LoadTest.Reporting;

/// <summary>A report as one file that needs no other.</summary>
internal static class HtmlReport
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
        table { border-collapse: collapse; margin: 1.5rem 0; font-size: .9rem; display: block; overflow-x: auto; }
        th, td { border-bottom: 1px solid #ddd; padding: .35rem .7rem; text-align: left; white-space: nowrap; }
        td:last-child { white-space: normal; }
        th { background: #f3f3f3; }
        .passed { color: #006b3c; } .failed { color: #b00020; font-weight: bold; } .notseen { color: #7a5200; }
        svg { max-width: 100%; height: auto; }
        """;

    public static string Of(TestRecord record, IReadOnlyList<TestFinding> findings, IReadOnlyList<string> pictures)
    {
        var heading = WebUtility.HtmlEncode(ReportText.Heading(record));
        var text = new StringBuilder($"<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{heading}</title>\n<style>\n{Style}\n</style>\n<h1>{heading}</h1>\n");
        foreach (var fact in ReportText.Facts(record))
        {
            text.Append($"<p>{WebUtility.HtmlEncode(fact)}</p>\n");
        }

        text.Append("<h2>Thresholds</h2>\n");
        Table(text, ReportText.FindingHeadings, ReportText.Findings(findings));
        text.Append("<h2>Load and answers</h2>\n<p>Latencies count from the time a request was due.</p>\n");
        Table(text, ReportText.LoadHeadings, ReportText.Loads(record));
        foreach (var (load, picture) in record.Plan.Loads.Zip(pictures))
        {
            text.Append($"<h2>{WebUtility.HtmlEncode(load.Workload)}</h2>\n").Append(picture[Math.Max(0, picture.IndexOf("<svg", StringComparison.Ordinal))..]).Append('\n');
        }

        text.Append("<h2>Changes</h2>\n");
        Table(text, ReportText.ChangeHeadings, ReportText.Changes(record));
        text.Append("<h2>Last reasons</h2>\n");
        foreach (var workload in record.Samples[^1].Workloads)
        {
            text.Append($"<p><b>{WebUtility.HtmlEncode(workload.Name)}</b>: {WebUtility.HtmlEncode(workload.Why)}</p>\n");
        }

        return text.Append("</html>\n").ToString();
    }

    private static void Table(StringBuilder text, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        text.Append("<table><tr>").AppendJoin("", headings.Select(h => $"<th>{WebUtility.HtmlEncode(h)}</th>")).Append("</tr>\n");
        foreach (var row in rows)
        {
            text.Append("<tr>").AppendJoin("", row.Select(Cell)).Append("</tr>\n");
        }

        text.Append("</table>\n");
    }

    private static string Cell(string text)
    {
        var state = Enum.GetValues<FindingState>().Where(s => ReportText.Name(s) == text).Select(s => $" class=\"{s.ToString().ToLowerInvariant()}\"");
        return $"<td{string.Concat(state)}>{WebUtility.HtmlEncode(text)}</td>";
    }
}

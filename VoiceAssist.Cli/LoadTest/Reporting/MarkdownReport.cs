using System.Text;
using VoiceAssist.Cli.LoadTest.Judging;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.LoadTest.Reporting;

/// <summary>A report for a pull request or a wiki; the pictures lie beside it.</summary>
internal static class MarkdownReport
{
    public static string Of(TestRecord record, IReadOnlyList<TestFinding> findings)
    {
        var text = new StringBuilder($"# {ReportText.Heading(record)}\n\n");
        text.AppendJoin('\n', ReportText.Facts(record)).Append("\n\n");
        Table(text, ReportText.FindingHeadings, ReportText.Findings(findings));
        Table(text, ReportText.LoadHeadings, ReportText.Loads(record));
        foreach (var load in record.Plan.Loads)
        {
            text.Append($"![{load.Workload}: load, replicas seen and predicted, metrics]({load.Workload}.svg)\n\n");
        }

        Table(text, ReportText.ChangeHeadings, ReportText.Changes(record));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Table(StringBuilder text, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(text, headings);
        Row(text, headings.Select(_ => "---"));
        foreach (var row in rows)
        {
            Row(text, row);
        }

        text.Append('\n');
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}

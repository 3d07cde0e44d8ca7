using VoiceAssist.Cli.LoadTest.Judging;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.LoadTest.Reporting;

/// <summary>Writes a test's report: HTML with pictures, Markdown, JSON and CSV, in a folder of its own.</summary>
internal static class ReportFiles
{
    /// <returns>The folder.</returns>
    /// <exception cref="FailureException">It cannot be written.</exception>
    public static string Write(string reports, TestRecord record, IReadOnlyList<TestFinding> findings)
    {
        var folder = Path.Combine(reports, FormattableString.Invariant($"{record.Started:yyyyMMdd-HHmmss}-{record.Target.Split(' ')[0]}"));
        try
        {
            Directory.CreateDirectory(folder);
            var pictures = record.Plan.Loads.Select((_, i) => TestPicture.Svg(record, i)).ToList();
            Write("report.json", JsonText.Of(ReportDocument.Of(record, findings)));
            Write("report.md", MarkdownReport.Of(record, findings));
            Write("samples.csv", CsvReport.Samples(record));
            Write("seconds.csv", CsvReport.Seconds(record));
            for (var i = 0; i < pictures.Count; i++)
            {
                Write($"{record.Plan.Loads[i].Workload}.svg", pictures[i]);
            }

            Write("report.html", HtmlReport.Of(record, findings, pictures));
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"The report cannot be written to {folder}: {e.Message}. Name another folder with --reports.");
        }

        void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
    }
}

using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Judging;
using VoiceAssist.Cli.LoadTest.Reporting;
using VoiceAssist.Cli.LoadTest.Running;
using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.LoadTest;

/// <summary>A load test from its first look to its report.</summary>
internal sealed class TestSession(TestPlan plan, LoadOptions options, string reports, bool asJson, Surroundings around)
{
    /// <summary>Whatever happens, the target is disposed: nothing of the test stays behind.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(Func<CancellationToken, Task<ITestTarget>> connect, CancellationToken cancel)
    {
        // With JSON the answer alone goes to the output.
        var shown = asJson ? around with { Output = around.Error, IsTerminal = false } : around;
        TestRecord record;
        var target = await connect(cancel);
        await using (target)
        {
            var view = new TestView(plan, shown);
            record = await view.DuringAsync(() => new TestRun(plan, target, options, view, around).RunAsync(cancel));
        }

        var findings = TestJudge.Of(record);
        var folder = ReportFiles.Write(reports, record, findings);
        if (asJson)
        {
            await around.Output.WriteLineAsync(JsonText.Of(ReportDocument.Of(record, findings)));
        }
        else
        {
            Print(new Terminal(around), record, findings);
        }

        if (record is { IsCut: true, IsInterrupted: false })
        {
            await around.Error.WriteLineAsync($"The test was cut short: {record.CutBecause}");
        }

        new Terminal(shown).Line($"Report: {Path.Combine(folder, "report.html")}");
        return record.IsInterrupted ? ExitCodes.Interrupted : record.IsCut || findings.Any(f => f.State == FindingState.Failed) ? ExitCodes.NotMet : ExitCodes.Met;
    }

    private static void Print(Terminal terminal, TestRecord record, IReadOnlyList<TestFinding> findings)
    {
        terminal.Line();
        terminal.Table(new(ReportText.LoadHeadings, [.. ReportText.Loads(record).Select(r => r.Select(c => new Cell(c)).ToArray())]));
        terminal.Line();
        terminal.Table(new(ReportText.FindingHeadings, [.. findings.Zip(ReportText.Findings(findings), (f, row) => row.Select((c, i) => new Cell(c, i == 2 ? Tone(f.State) : Output.Tone.Plain)).ToArray())]));
    }

    private static Tone Tone(FindingState state) => state switch
    {
        FindingState.Passed => Output.Tone.Good,
        FindingState.Failed => Output.Tone.Bad,
        _ => Output.Tone.Notable,
    };
}

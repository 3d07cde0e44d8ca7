using System.Globalization;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.WhatIf;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Simulate;

namespace VoiceAssist.Cli.WhatIf;

/// <summary>Two simulations side by side: for people as tables, for programs as JSON.</summary>
internal sealed class WhatIfReport(GivenSimulation given, IReadOnlyList<ChangedField> changed, Comparison comparison)
{
    /// <summary>The run as the manifests say.</summary>
    public SimulationReport Before { get; } = new(given, comparison.Before);

    /// <summary>The run with the change.</summary>
    public SimulationReport After { get; } = new(given, comparison.After);

    public void Print(bool asJson, Surroundings around)
    {
        if (asJson)
        {
            around.Output.WriteLine(JsonText.Of(new { given.Autoscaler, Changed = changed, comparison.Figures, Before = Before.ToJson(), After = After.ToJson() }));
            return;
        }

        var terminal = new Terminal(around);
        foreach (var line in changed.Select(c => c.ToString()).Prepend(given.Heading).Concat(given.Told))
        {
            terminal.Line(line);
        }

        terminal.Line();
        terminal.Table(Figures());
        terminal.Line();
        terminal.Table(Changes());
    }

    private TextTable Figures() => new(
        ["figure", "before", "after", "difference", "unit"],
        [
            .. comparison.Figures.Select(f => Row(f.Name, Number(f.Before), Number(f.After), f.Difference.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture), f.Unit)),
            Row("reaction up", Time(Before.ReactionUp), Time(After.ReactionUp)),
            Row("reaction down", Time(Before.ReactionDown), Time(After.ReactionDown)),
            Row("verdict", Verdict(Before), Verdict(After)),
        ]);

    // What both did, by time: the eye finds where they part.
    private TextTable Changes()
    {
        var times = comparison.Before.Changes.Concat(comparison.After.Changes).Select(c => c.Time).Distinct().Order();
        return new(["time", "before", "after"], [.. times.Select(t => (IReadOnlyList<Cell>)[SimulationReport.Text(t), At(comparison.Before, t), At(comparison.After, t)])]);
    }

    private static string At(WorkloadRun run, TimeSpan time) =>
        run.Changes.FirstOrDefault(c => c.Time == time) is { } change ? $"{change.From} -> {change.To}  {SimulationReport.Why(change)}".TrimEnd() : "";

    private static IReadOnlyList<Cell> Row(string name, string before, string after, string difference = "", string unit = "") => [name, before, after, difference, unit];

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Time(TimeSpan? time) => time is { } took ? SimulationReport.Text(took) : "-";

    private static string Verdict(SimulationReport report) => report.Verdict.IsMet ? "met" : $"{report.Verdict.Findings.Count(f => !f.IsMet)} missed";
}

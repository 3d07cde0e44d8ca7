using System.Globalization;
using System.Text;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Verdicts;

namespace VoiceAssist.Cli.Simulate;

/// <summary>What a simulated run tells: for people as text, for programs as data.</summary>
internal sealed record SimulationReport(GivenSimulation Given, WorkloadRun Run)
{
    /// <summary>By default: no request is given up, the maximum is not where it lives, and it does not go to and fro.</summary>
    public Verdict Verdict { get; } = Judge.Of(Run, Given.Objectives);

    /// <summary>From the rise of the load until the first added pod was Ready.</summary>
    public TimeSpan? ReactionUp => Given.Load.Rises is { } rises ? Reactions.Up(Run, rises) : null;

    /// <summary>From the end of the load until the first pod was told to stop.</summary>
    public TimeSpan? ReactionDown => Given.Load.Falls is { } falls ? Reactions.Down(Run, falls) : null;

    private TimeSpan? BacklogCleared => Given.Load.Rises is { } rises ? RunFigures.BacklogCleared(Run, rises) : null;

    private decimal? Cost => Given.Objectives.PricePerVcpuHour is > 0 and var price ? (decimal)Run.VcpuHours * price : null;

    public string ToText()
    {
        var text = new StringBuilder().AppendLine(Given.Heading);
        foreach (var line in Given.Told)
        {
            text.AppendLine(line);
        }

        text.AppendLine($"Reaction up: {Took(Given.Load.Rises, ReactionUp, "until the first added pod was Ready")}.")
            .AppendLine($"Reaction down: {Took(Given.Load.Falls, ReactionDown, "until the first pod was told to stop")}.")
            .AppendLine($"Backlog: {Took(Given.Load.Rises, BacklogCleared, "until nothing waited any more")}.")
            .AppendLine(CultureInfo.InvariantCulture, $"Replicas: {Run.Points[0].Wanted} at the start, {Run.Points.Max(p => p.Wanted)} at most, {Run.Points[^1].Wanted} at the end.")
            .AppendLine(CultureInfo.InvariantCulture, $"vCPU-hours requested: {Run.VcpuHours:0.##}{(Cost is { } cost ? string.Create(CultureInfo.InvariantCulture, $", cost {cost:0.00}") : "")}.");
        foreach (var change in Run.Changes)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"  {Text(change.Time),8}  {change.From} -> {change.To}  {Why(change)}").TrimEnd());
        }

        return text
            .AppendLine(CultureInfo.InvariantCulture, $"Verdict: {(Verdict.IsMet ? "met" : "NOT MET")}")
            .AppendLine("  " + Verdict.ToString().Replace("\n", Environment.NewLine + "  ", StringComparison.Ordinal))
            .ToString();
    }

    public object ToJson() => new
    {
        Given.Autoscaler,
        Workload = Run.Name,
        Load = Given.Load.Text,
        Given.Seed,
        Seconds = Given.Load.Duration.TotalSeconds,
        ReactionUpSeconds = ReactionUp?.TotalSeconds,
        ReactionDownSeconds = ReactionDown?.TotalSeconds,
        BacklogClearedSeconds = BacklogCleared?.TotalSeconds,
        LatencyP95Seconds = RunFigures.LatencyPercentile(Run, 0.95).TotalSeconds,
        Run.Completed,
        Run.Unserved,
        Run.VcpuHours,
        Cost,
        Changes = Run.Changes.Select(c => new { Seconds = c.Time.TotalSeconds, c.From, c.To, Metric = Why(c) }),
        Points = Run.Points.Select(Point),
        Verdict = new { Verdict.IsMet, Verdict.Findings },
    };

    /// <summary>A time for people, to the second.</summary>
    public static string Text(TimeSpan time) => Autoscaling.Quantities.Duration.From(TimeSpan.FromSeconds(Math.Round(time.TotalSeconds))).ToString();

    /// <summary>The metric behind a change; empty where there is none.</summary>
    public static string Why(ScaleChange change) => change.Decision.Driving?.Metric.DisplayName ?? "";

    private static object Point(RunPoint point) => new
    {
        Seconds = point.Time.TotalSeconds,
        point.Load,
        point.Proposed,
        point.Wanted,
        point.Current,
        point.Ready,
        point.HeldBackBy,
        Metrics = point.Metrics.Select(Metric),
        point.QueueDepth,
        QueueAgeSeconds = point.QueueAge.TotalSeconds,
        LatencySeconds = point.Latency.TotalSeconds,
        point.Unserved,
        point.UsedCores,
        UsedMemoryBytes = point.UsedMemory,
        point.VcpuHours,
    };

    // NaN is no JSON: what a failed metric does not have is null.
    private static object Metric(MetricReading reading) => new
    {
        Name = reading.Metric.DisplayName,
        Target = reading.Metric.Target.ToString(),
        Value = reading.HasFailed ? (double?)null : reading.Value / 1000.0,
        reading.Utilization,
        Ratio = double.IsFinite(reading.Ratio) ? reading.Ratio : (double?)null,
        Proposal = reading.HasFailed ? (int?)null : reading.Proposal,
        Rule = reading.Rule,
        reading.SetAside,
        reading.Error,
    };

    private static string Took(TimeSpan? from, TimeSpan? took, string until) =>
        from is null ? "not asked for, the load does not change that way"
        : took is { } time ? $"{Text(time)} {until}"
        : "none within the time simulated";
}

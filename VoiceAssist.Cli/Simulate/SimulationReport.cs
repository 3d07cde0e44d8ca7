using System.Globalization;
using System.Text;
using System.Text.Json;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Verdicts;

namespace VoiceAssist.Cli.Simulate;

/// <summary>What a simulated run tells: for people as text, for programs as JSON.</summary>
internal sealed record SimulationReport(string Autoscaler, WorkloadRun Run, GivenLoad Load, string LoadText, int Seed, TimeSpan Duration)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private TimeSpan? ReactionUp => Load.Rises is { } rises ? Reactions.Up(Run, rises) : null;

    private TimeSpan? ReactionDown => Load.Falls is { } falls ? Reactions.Down(Run, falls) : null;

    /// <summary>No request is given up, the maximum is not where it lives, and it does not go to and fro.</summary>
    public Verdict Verdict { get; } = Judge.Of(Run, new() { Unserved = 0, TimeAtMaximum = 0.1, Flapping = 2 });

    public string ToText()
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{Autoscaler} scales {Run.Name} under {LoadText} for {Text(Duration)}, seed {Seed}; {SimulatedWorkload.AssumptionOf(Run.Model)}.")
            .AppendLine(CultureInfo.InvariantCulture, $"Reaction up: {Reaction(Load.Rises, ReactionUp, "until the first added pod was Ready")}.")
            .AppendLine(CultureInfo.InvariantCulture, $"Reaction down: {Reaction(Load.Falls, ReactionDown, "until the first pod was told to stop")}.")
            .AppendLine(CultureInfo.InvariantCulture, $"Replicas: {Run.Points[0].Wanted} at the start, {Run.Points.Max(p => p.Wanted)} at most, {Run.Points[^1].Wanted} at the end.");
        foreach (var change in Run.Changes)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"  {Text(change.Time),8}  {change.From} -> {change.To}  {Why(change)}").TrimEnd());
        }

        return text
            .AppendLine(CultureInfo.InvariantCulture, $"Verdict: {(Verdict.IsMet ? "met" : "NOT MET")}")
            .AppendLine("  " + Verdict.ToString().Replace("\n", Environment.NewLine + "  ", StringComparison.Ordinal))
            .ToString();
    }

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Autoscaler,
            Workload = Run.Name,
            Load = LoadText,
            Seed,
            Seconds = Duration.TotalSeconds,
            ReactionUpSeconds = ReactionUp?.TotalSeconds,
            ReactionDownSeconds = ReactionDown?.TotalSeconds,
            Run.Completed,
            Run.Unserved,
            Run.VcpuHours,
            Changes = Run.Changes.Select(c => new { Seconds = c.Time.TotalSeconds, c.From, c.To, Metric = Why(c) }),
            Points = Run.Points.Select(p => new { Seconds = p.Time.TotalSeconds, p.Load, p.Proposed, p.Wanted, p.Ready, p.HeldBackBy }),
            Verdict = new { Verdict.IsMet, Verdict.Findings },
        },
        Json);

    private static string Why(ScaleChange change) => change.Decision.Driving?.Metric.DisplayName ?? "";

    private static string Reaction(TimeSpan? from, TimeSpan? took, string until) =>
        from is null ? "not asked for, the load does not change that way"
        : took is { } time ? $"{Text(time)} {until}"
        : "none within the time simulated";

    private static string Text(TimeSpan time) => Autoscaling.Quantities.Duration.From(TimeSpan.FromSeconds(Math.Round(time.TotalSeconds))).ToString();
}

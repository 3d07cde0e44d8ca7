using System.Globalization;
using VoiceAssist.Autoscaling.Simulation;

namespace VoiceAssist.Autoscaling.Verdicts;

/// <summary>Compares a workload's run with objectives.</summary>
public static class Judge
{
    /// <exception cref="ArgumentException">An objective needs a time that is not given.</exception>
    public static Verdict Of(WorkloadRun run, Objectives objectives)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(objectives);
        var findings = new List<Finding>();
        Time("reaction up", objectives.ReactionUp, () => Reactions.Up(run, Needed(objectives.LoadRises, nameof(Objectives.LoadRises))));
        Time("reaction down", objectives.ReactionDown, () => Reactions.Down(run, Needed(objectives.LoadGone, nameof(Objectives.LoadGone))));
        Time("backlog cleared", objectives.BacklogClearedWithin, () => RunFigures.BacklogCleared(run, Needed(objectives.LoadRises, nameof(Objectives.LoadRises))));
        Time("latency in 95 % of the time", objectives.Latency, () => RunFigures.LatencyPercentile(run, 0.95));
        Number("flapping", objectives.Flapping, () => RunFigures.Flapping(run, objectives.FlappingWindow), "turns");
        Number("time at the maximum", objectives.TimeAtMaximum * 100, () => RunFigures.TimeAtMaximum(run) * 100, "%");
        Number("unserved", objectives.Unserved, () => run.Unserved, "requests");
        Number("cost", (double?)objectives.Cost, () => run.VcpuHours * (double)objectives.PricePerVcpuHour, "");
        return new(findings);

        void Time(string name, TimeSpan? most, Func<TimeSpan?> measure)
        {
            if (most is { } limit)
            {
                var measured = measure();
                findings.Add(new(name, measured is { } time ? Seconds(time) : "never", $"at most {Seconds(limit)}", measured <= limit));
            }
        }

        void Number(string name, double? most, Func<double> measure, string unit)
        {
            if (most is { } limit)
            {
                var measured = measure();
                findings.Add(new(name, $"{Text(measured)} {unit}".TrimEnd(), $"at most {Text(limit)} {unit}".TrimEnd(), measured <= limit));
            }
        }
    }

    private static TimeSpan Needed(TimeSpan? time, string name) =>
        time ?? throw new ArgumentException($"This objective needs {name}: the time from which it is counted.");

    private static string Seconds(TimeSpan time) => Text(time.TotalSeconds) + " s";

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

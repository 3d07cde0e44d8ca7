using VoiceAssist.Autoscaling.Simulation;

namespace VoiceAssist.Autoscaling.Verdicts;

/// <summary>Figures of a run that objectives speak about.</summary>
public static class RunFigures
{
    private const double Negligible = 0.5;

    /// <summary>How often the direction turned within a window after the previous change.</summary>
    public static int Flapping(WorkloadRun run, TimeSpan window)
    {
        ArgumentNullException.ThrowIfNull(run);
        var turns = 0;
        for (var i = 1; i < run.Changes.Count; i++)
        {
            var (before, now) = (run.Changes[i - 1], run.Changes[i]);
            turns += (before.To > before.From) != (now.To > now.From) && now.Time - before.Time <= window ? 1 : 0;
        }

        return turns;
    }

    /// <summary>Share of the time at the maximum with the metrics asking for more; 0 without an autoscaler.</summary>
    public static double TimeAtMaximum(WorkloadRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var max = run.Model.Autoscaler?.Spec.MaxReplicas;
        return run.Points.Count == 0 ? 0 : (double)run.Points.Count(p => p.Wanted == max && p.Proposed > max) / run.Points.Count;
    }

    /// <summary>From a time until nothing waits any more and that stays so for a minute; null when it never does. Zero when nothing ever waits.</summary>
    public static TimeSpan? BacklogCleared(WorkloadRun run, TimeSpan from)
    {
        ArgumentNullException.ThrowIfNull(run);
        TimeSpan? emptySince = null;
        var waited = false;
        foreach (var point in run.Points.Where(p => p.Time >= from))
        {
            if (point.QueueDepth > Negligible)
            {
                (emptySince, waited) = (null, true);
                continue;
            }

            emptySince ??= point.Time;
            if (waited && point.Time - emptySince >= TimeSpan.FromMinutes(1))
            {
                return emptySince - from;
            }
        }

        return waited ? null : TimeSpan.Zero;
    }

    /// <summary>The latency that a share of the points does not exceed.</summary>
    public static TimeSpan LatencyPercentile(WorkloadRun run, double share)
    {
        ArgumentNullException.ThrowIfNull(run);
        var sorted = run.Points.Select(p => p.Latency).Order().ToArray();
        return sorted.Length == 0 ? TimeSpan.Zero : sorted[(int)Math.Clamp(Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}

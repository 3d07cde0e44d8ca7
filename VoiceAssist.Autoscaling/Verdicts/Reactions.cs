using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Verdicts;

/// <summary>How long a workload takes to follow its load.</summary>
public static class Reactions
{
    /// <summary>From a rise of the load until the first added pod is Ready; null when none became so.</summary>
    public static TimeSpan? Up(WorkloadRun run, TimeSpan loadRose)
    {
        ArgumentNullException.ThrowIfNull(run);
        return FirstChange(run, loadRose, up: true) is { } change
            ? FirstMilestone(run, change.Time, PodMilestoneKind.Ready) - loadRose
            : null;
    }

    /// <summary>From the end of the load until the first pod is told to stop; null when none was.</summary>
    public static TimeSpan? Down(WorkloadRun run, TimeSpan loadGone)
    {
        ArgumentNullException.ThrowIfNull(run);
        return FirstChange(run, loadGone, up: false) is { } change
            ? FirstMilestone(run, change.Time, PodMilestoneKind.Stopping) - loadGone
            : null;
    }

    /// <summary>The metric whose proposal made the first change up after a time; null when there was none.</summary>
    public static MetricSpec? DrivingMetric(WorkloadRun run, TimeSpan loadRose)
    {
        ArgumentNullException.ThrowIfNull(run);
        return FirstChange(run, loadRose, up: true)?.Decision.Driving?.Metric;
    }

    /// <summary>The median of several runs; a run that never reacted counts as longer than any other.</summary>
    /// <returns>Null when half of the runs or more never reacted.</returns>
    public static TimeSpan? Median(IEnumerable<TimeSpan?> reactions)
    {
        ArgumentNullException.ThrowIfNull(reactions);
        var sorted = reactions.Select(r => r ?? TimeSpan.MaxValue).Order().ToArray();
        if (sorted.Length == 0)
        {
            throw new ArgumentException("A median needs at least one run.", nameof(reactions));
        }

        var upper = sorted[sorted.Length / 2];
        var lower = sorted[(sorted.Length - 1) / 2];
        return upper == TimeSpan.MaxValue ? null : lower + ((upper - lower) / 2);
    }

    private static ScaleChange? FirstChange(WorkloadRun run, TimeSpan after, bool up) =>
        run.Changes.FirstOrDefault(c => c.Time >= after && (up ? c.To > c.From : c.To < c.From));

    private static TimeSpan? FirstMilestone(WorkloadRun run, TimeSpan after, PodMilestoneKind kind)
    {
        foreach (var milestone in run.Milestones)
        {
            if (milestone.Kind == kind && milestone.Seconds >= after.TotalSeconds)
            {
                return TimeSpan.FromSeconds(milestone.Seconds);
            }
        }

        return null;
    }
}

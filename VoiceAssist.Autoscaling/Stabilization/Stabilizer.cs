using VoiceAssist.Autoscaling.Histories;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Stabilization;

/// <summary>Holds a recommendation back by what was recommended shortly before, and records it (HPA-SPEC §5, §6.1).</summary>
public static class Stabilizer
{
    /// <summary>Without a behavior: the highest recommendation of the window, which includes one exactly as old as the window.</summary>
    public static StabilizationOutcome WithoutBehavior(ScalingHistory history, int raw, DateTimeOffset now, TimeSpan window)
    {
        ArgumentNullException.ThrowIfNull(history);
        var cutoff = now - window;
        var highest = raw;
        var recommendations = history.Recommendations;
        for (var i = 0; i < recommendations.Count; i++)
        {
            if (recommendations[i].Time >= cutoff)
            {
                highest = Math.Max(highest, recommendations[i].Replicas);
            }
        }

        history.Record(raw, now, cutoff);
        return new(raw, null, highest, TimeSpan.Zero, window, highest, highest == raw ? "ReadyForNewScale" : "ScaleDownStabilized");
    }

    /// <summary>With a behavior: the current size, moved into the range of both windows, which exclude one exactly as old as the window.</summary>
    public static StabilizationOutcome WithBehavior(
        ScalingHistory history,
        int current,
        int raw,
        DateTimeOffset now,
        TimeSpan upWindow,
        TimeSpan downWindow)
    {
        ArgumentNullException.ThrowIfNull(history);
        var upCutoff = now - upWindow;
        var downCutoff = now - downWindow;
        var (lowest, highest) = (raw, raw);
        var recommendations = history.Recommendations;
        for (var i = 0; i < recommendations.Count; i++)
        {
            var recommendation = recommendations[i];
            if (recommendation.Time > upCutoff)
            {
                lowest = Math.Min(lowest, recommendation.Replicas);
            }

            if (recommendation.Time > downCutoff)
            {
                highest = Math.Max(highest, recommendation.Replicas);
            }
        }

        // An entry can be reused only when it is older than both windows.
        history.Record(raw, now, upCutoff < downCutoff ? upCutoff : downCutoff);

        // Raised first, then lowered: where the windows contradict each other, the scale-down window wins.
        var stabilized = Math.Min(Math.Max(current, lowest), highest);
        var reason = stabilized == raw ? "ReadyForNewScale" : raw >= current ? "ScaleUpStabilized" : "ScaleDownStabilized";
        return new(raw, lowest, highest, upWindow, downWindow, stabilized, reason);
    }

    internal static TimeSpan Window(ScalingRules rules, ControllerSettings settings) =>
        rules.StabilizationWindowSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : settings.DownscaleStabilization;
}

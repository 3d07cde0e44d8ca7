using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Histories;
using VoiceAssist.Autoscaling.Limits;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Stabilization;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Advising;

/// <summary>What windows and policies made of recorded metrics: a pass at every recorded point, on the replicas that were recorded.</summary>
internal static class RecordedPasses
{
    /// <returns>The passes that wanted another number; empty unless the replicas and every metric were recorded.</returns>
    public static IReadOnlyList<LimitOutcome> Of(AutoscalerSpec spec, ResourceAmounts requests, RecordedMetrics recorded, ControllerSettings settings)
    {
        var ratios = spec.Metrics.Select(m => RecordedRatios.Of(m, requests, recorded)).ToList();
        if (spec.Behavior is not { } behavior || recorded.Replicas is not { Count: > 0 } replicas || ratios.Exists(r => r.Count == 0))
        {
            // With a metric missing the largest proposal is not known.
            return [];
        }

        var (series, tolerance, history, outcomes) = (ratios.ConvertAll(r => new ReplayLoad(r)), Tolerance.For(spec.Behavior, settings), new ScalingHistory(), new List<LimitOutcome>());
        var start = DateTimeOffset.UnixEpoch;
        int? before = null;
        foreach (var point in replicas.Where(p => p.PerSecond >= 1).OrderBy(p => p.Time))
        {
            var (current, now) = ((int)Math.Round(Math.Min(point.PerSecond, int.MaxValue)), start + point.Time);
            history.Seed(current, now);
            if (before is { } last && last != current)
            {
                history.RecordChange(behavior, last, current, now);
            }

            before = current;
            var proposal = series.Max(s => s.RateAt(point.Time) is var ratio && tolerance.Contains(ratio) ? current : Proposals.RoundUp(ratio * current));
            var stabilized = Stabilizer.WithBehavior(history, current, proposal, now, Stabilizer.Window(behavior.Up, settings), Stabilizer.Window(behavior.Down, settings)).Stabilized;
            if (stabilized != current)
            {
                outcomes.Add(ReplicaLimiter.WithBehavior(spec, behavior, history, current, stabilized, now));
            }
        }

        return outcomes;
    }
}

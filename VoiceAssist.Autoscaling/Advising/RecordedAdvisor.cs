using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Advising;

/// <summary>Advice on an autoscaler from recorded metrics, as far as the recording goes.</summary>
public static class RecordedAdvisor
{
    private const double NotableShare = 0.5;
    private const int FewestPoints = 100;
    private static readonly TimeSpan ShortestTime = TimeSpan.FromHours(3);

    /// <summary>Dead bands, targets that let nothing go, windows shorter than the measured delay, and policies that never decided.</summary>
    /// <param name="spec">The autoscaler.</param>
    /// <param name="requests">Requests of one pod.</param>
    /// <param name="recorded">What was recorded.</param>
    /// <param name="pipeline">How often metrics are measured where the recording does not tell.</param>
    /// <param name="settings">The cluster's settings; null for the defaults.</param>
    public static IReadOnlyList<Advice> Advise(AutoscalerSpec spec, ResourceAmounts requests, RecordedMetrics recorded, MetricPipeline pipeline, ControllerSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(pipeline);
        var controller = settings ?? ControllerSettings.Default;
        var tolerance = Tolerance.For(spec.Behavior, controller);
        return
        [
            .. spec.Metrics.SelectMany(m => FromRatios(m, RecordedRatios.Of(m, requests, recorded), tolerance)),
            .. spec.Metrics.SelectMany(m => DelayAdvisor.Advise(spec with { Metrics = [m] }, Measured(m, recorded, pipeline), controller)),
            .. PolicyUseAdvisor.Of(spec, RecordedPasses.Of(spec, requests, recorded, controller), [], "the recording"),
        ];
    }

    private static IEnumerable<Advice> FromRatios(MetricSpec metric, IReadOnlyList<LoadPoint> ratios, Tolerance tolerance)
    {
        if (ratios.Count < FewestPoints || ratios[^1].Time - ratios[0].Time < ShortestTime)
        {
            yield break;
        }

        var above = ratios.Count(r => r.PerSecond > 1 && tolerance.Contains(r.PerSecond)) / (double)ratios.Count;
        if (above > NotableShare)
        {
            yield return new(
                AdviceKind.DeadBand,
                metric.DisplayName,
                FormattableString.Invariant($"{above:P0} of the recorded time it was above its target {metric.Target} but within the tolerance of {tolerance.Up:P0}, where nothing scales: set the target lower by the tolerance if the target is meant as a bound."),
                new Dictionary<string, double> { ["shareAbove"] = above, ["tolerance"] = tolerance.Up });
        }

        var lowest = ratios.Min(r => r.PerSecond);
        if (lowest >= 1 - tolerance.Down)
        {
            yield return new(
                AdviceKind.UnreachableTarget,
                metric.DisplayName,
                FormattableString.Invariant($"in {(ratios[^1].Time - ratios[0].Time).TotalHours:0.#} recorded hours it never fell below {lowest:P0} of its target {metric.Target}: it never lets a pod go; raise the target or the request, or drop the metric."),
                new Dictionary<string, double> { ["lowestRatio"] = lowest, ["points"] = ratios.Count });
        }
    }

    // A query that asks more often than the metric is measured sees each measurement several times: that gives its interval.
    private static MetricPipeline Measured(MetricSpec metric, RecordedMetrics recorded, MetricPipeline pipeline)
    {
        var points = recorded.Metrics.GetValueOrDefault(metric.Name)?.OrderBy(p => p.Time).ToArray() ?? [];
        var changes = points.Where((p, i) => i == 0 || p.PerSecond != points[i - 1].PerSecond).Select(p => p.Time).ToArray();
        if (changes.Length < FewestPoints || MedianGap(changes) <= MedianGap([.. points.Select(p => p.Time)]))
        {
            return pipeline;
        }

        var interval = MedianGap(changes);
        return metric.Kind is MetricSourceKind.Resource or MetricSourceKind.ContainerResource ? pipeline with { ResourceResolution = interval } : pipeline with { ScrapeInterval = interval };
    }

    private static TimeSpan MedianGap(TimeSpan[] times)
    {
        var gaps = times.Zip(times.Skip(1), (a, b) => b - a).Order().ToArray();
        return gaps[gaps.Length / 2];
    }
}

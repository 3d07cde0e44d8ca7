using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Advising;

/// <summary>Compares windows and periods with the time a metric needs to show the effect of a change.</summary>
public static class DelayAdvisor
{
    /// <summary>The longest time until a metric shows a change fully, without the pods' own start.</summary>
    public static TimeSpan DelayOf(MetricSpec metric, MetricPipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(pipeline);
        return metric.Kind switch
        {
            // Two measurements must lie behind the change: the rate is their difference.
            MetricSourceKind.Resource or MetricSourceKind.ContainerResource => pipeline.ResourceResolution + (pipeline.KubeletInterval * 2),
            MetricSourceKind.Pods => pipeline.EffectiveRateWindow + pipeline.ScrapeInterval + pipeline.AdapterLag,
            _ => pipeline.ScrapeInterval + pipeline.AdapterLag,
        };
    }

    /// <summary>Names every metric whose delay is longer than the scale-up period or the scale-down window.</summary>
    public static IReadOnlyList<Advice> Advise(AutoscalerSpec spec, MetricPipeline pipeline, ControllerSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var controller = settings ?? ControllerSettings.Default;
        var upSeconds = spec.Behavior is { } behavior
            ? Math.Max(behavior.Up.StabilizationWindowSeconds ?? 0, behavior.Up.Policies.Min(p => p.PeriodSeconds))
            : controller.SyncPeriod.TotalSeconds;
        var downSeconds = spec.Behavior?.Down.StabilizationWindowSeconds ?? controller.DownscaleStabilization.TotalSeconds;
        return
        [
            .. spec.Metrics.Where(m => DelayOf(m, pipeline).TotalSeconds > upSeconds).Select(m => Short(m, "scale up", upSeconds, "pods are added again before it shows what the last ones did")),
            .. spec.Metrics.Where(m => DelayOf(m, pipeline).TotalSeconds > downSeconds).Select(m => Short(m, "scale down", downSeconds, "pods are removed on figures older than the window")),
        ];

        Advice Short(MetricSpec metric, string direction, double seconds, string consequence)
        {
            var delay = DelayOf(metric, pipeline).TotalSeconds;
            return new(
                AdviceKind.WindowShorterThanDelay,
                $"{direction} by {metric.DisplayName}",
                FormattableString.Invariant($"the metric needs up to {delay:0} s, but window and period are {seconds:0} s: {consequence}."),
                new Dictionary<string, double> { ["delaySeconds"] = delay, ["windowSeconds"] = seconds });
        }
    }
}

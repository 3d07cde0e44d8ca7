using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Advising;

/// <summary>Finds targets that cannot be reached and tolerances in which a workload stays above its target.</summary>
public static class TargetAdvisor
{
    // Above this share of the time within the upper half of the tolerance, people wonder why nothing scales.
    private const double NotableShare = 0.5;

    /// <summary>A utilization that the limit keeps below the edge at which it would scale up.</summary>
    /// <param name="spec">The autoscaler.</param>
    /// <param name="requests">Requests of one pod.</param>
    /// <param name="limits">Limits of one pod.</param>
    /// <param name="settings">The cluster's tolerance; null for the defaults.</param>
    public static IReadOnlyList<Advice> Unreachable(AutoscalerSpec spec, ResourceAmounts requests, ResourceAmounts limits, ControllerSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var tolerance = Tolerance.For(spec.Behavior, settings ?? ControllerSettings.Default);
        var advice = new List<Advice>();
        foreach (var metric in spec.Metrics.Where(m => m.Target.Kind == TargetKind.Utilization))
        {
            var (request, limit) = metric.Name == "memory" ? (requests.Memory.Bytes, limits.Memory.Bytes) : (requests.Cpu.Millicores, limits.Cpu.Millicores);
            var edge = metric.Target.Amount * (1 + tolerance.Up);
            var most = request == 0 ? 0 : 100.0 * limit / request;
            if (request > 0 && most <= edge)
            {
                advice.Add(new(
                    AdviceKind.UnreachableTarget,
                    metric.DisplayName,
                    FormattableString.Invariant($"the limit allows at most {most:0} % of the request, but it scales up only above {edge:0.#} %: lower the target below {most / (1 + tolerance.Up):0} % or raise the limit."),
                    new Dictionary<string, double> { ["mostPercent"] = most, ["scalesAbovePercent"] = edge }));
            }
        }

        return advice;
    }

    /// <summary>What a run shows: metrics that never reached their lower edge although nothing arrived, and time spent above a target within the tolerance.</summary>
    public static IReadOnlyList<Advice> FromRun(WorkloadRun run, ControllerSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Model.Autoscaler is not { } autoscaler)
        {
            return [];
        }

        var spec = AutoscalerSpec.From(autoscaler);
        var tolerance = Tolerance.For(spec.Behavior, settings ?? ControllerSettings.Default);
        return [.. spec.Metrics.SelectMany((metric, index) => FromMetric(run, spec, metric, index, tolerance))];
    }

    private static IEnumerable<Advice> FromMetric(WorkloadRun run, AutoscalerSpec spec, MetricSpec metric, int index, Tolerance tolerance)
    {
        var seen = run.Points.Where(p => index < p.Metrics.Count && !p.Metrics[index].HasFailed).ToArray();
        if (seen.Length == 0)
        {
            yield break;
        }

        var above = seen.Count(p => p.Metrics[index].Ratio > 1 && tolerance.Contains(p.Metrics[index].Ratio)) / (double)seen.Length;
        if (above > NotableShare)
        {
            yield return new(
                AdviceKind.DeadBand,
                metric.DisplayName,
                FormattableString.Invariant($"{above:P0} of the time it was above its target {metric.Target} but within the tolerance of {tolerance.Up:P0}, where nothing scales: set the target lower by the tolerance if the target is meant as a bound."),
                new Dictionary<string, double> { ["shareAbove"] = above, ["tolerance"] = tolerance.Up });
        }

        // The quietest points tell whether the metric lets go at all: with no load it should not hold more than the minimum.
        var quiet = seen.Where(p => p.Load <= seen.Min(q => q.Load) && p.Wanted > spec.MinReplicas).ToArray();
        if (metric.Target.Kind == TargetKind.Utilization && metric.Name == "memory" && quiet.Length > 0
            && quiet.Skip(quiet.Length / 2).All(p => p.Metrics[index].Proposal >= p.Wanted))
        {
            var last = quiet[^1];
            yield return new(
                AdviceKind.UnreachableTarget,
                metric.DisplayName,
                FormattableString.Invariant($"with the least load it still asks for {last.Metrics[index].Proposal} replicas ({last.Metrics[index].Utilization} % of the request): memory does not fall when pods are added or load goes; raise the request or drop the metric."),
                new Dictionary<string, double> { ["utilization"] = last.Metrics[index].Utilization ?? 0, ["proposal"] = last.Metrics[index].Proposal });
        }
    }
}

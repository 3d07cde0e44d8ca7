using VoiceAssist.Autoscaling.Histories;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Limits;

/// <summary>Bounds and rate limits on a stabilized recommendation (HPA-SPEC §5, §6.2). Pure.</summary>
public static class ReplicaLimiter
{
    /// <summary>Without a behavior: min, max and the built-in limit on growth. There is none on shrinking.</summary>
    public static LimitOutcome WithoutBehavior(AutoscalerSpec spec, int current, int stabilized, ControllerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(settings);
        var limit = Proposals.RoundTowardsZero(Math.Max(settings.ScaleUpLimitFactor * current, settings.ScaleUpLimitMinimum));
        var allowed = Math.Min(spec.MaxReplicas, limit);

        // The minimum is looked at first: it wins even over the limit on growth.
        var (result, reason) =
            stabilized < spec.MinReplicas ? (spec.MinReplicas, "TooFewReplicas")
            : stabilized > allowed ? (allowed, spec.MaxReplicas > limit ? "ScaleUpLimit" : "TooManyReplicas")
            : (stabilized, "DesiredWithinRange");
        return new(stabilized, result, reason, stabilized > current ? limit : null, null, []);
    }

    /// <summary>With a behavior: the policies of the direction, then max (growing) or min (shrinking).</summary>
    public static LimitOutcome WithBehavior(
        AutoscalerSpec spec,
        Behavior behavior,
        ScalingHistory history,
        int current,
        int stabilized,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(behavior);
        ArgumentNullException.ThrowIfNull(history);
        return stabilized.CompareTo(current) switch
        {
            > 0 => Grow(spec.MaxReplicas, behavior.Up, history, current, stabilized, now),
            < 0 => Shrink(spec.MinReplicas, behavior.Down, history, current, stabilized, now),
            _ => new(stabilized, stabilized, "DesiredWithinRange", null, null, []),
        };
    }

    private static LimitOutcome Grow(int max, ScalingRules rules, ScalingHistory history, int current, int stabilized, DateTimeOffset now)
    {
        var policies = PolicyLimits.All(rules, history, current, now, PolicyLimits.Upper);
        var limit = Math.Max(current, PolicyLimits.Combine(rules.Selection, policies, current, largestChange: Math.Max, smallestChange: Math.Min));
        var allowed = Math.Min(max, limit);
        var (result, reason) = stabilized > allowed
            ? (allowed, max > limit ? "ScaleUpLimit" : "TooManyReplicas")
            : (stabilized, "DesiredWithinRange");
        return new(stabilized, result, reason, limit, rules.Selection, policies);
    }

    private static LimitOutcome Shrink(int min, ScalingRules rules, ScalingHistory history, int current, int stabilized, DateTimeOffset now)
    {
        var policies = PolicyLimits.All(rules, history, current, now, PolicyLimits.Lower);
        var limit = Math.Min(current, PolicyLimits.Combine(rules.Selection, policies, current, largestChange: Math.Min, smallestChange: Math.Max));
        var floor = Math.Max(min, limit);
        var (result, reason) = stabilized < floor
            ? (floor, min < limit ? "ScaleDownLimit" : "TooFewReplicas")
            : (stabilized, "DesiredWithinRange");
        return new(stabilized, result, reason, limit, rules.Selection, policies);
    }
}

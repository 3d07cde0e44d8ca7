using VoiceAssist.Autoscaling.Limits;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Advising;

/// <summary>Finds policies that never decide anything between an autoscaler's bounds.</summary>
public static class PolicyAdvisor
{
    /// <summary>A policy never binds when, at every possible size, another one alone gives the same limit.</summary>
    public static IReadOnlyList<Advice> Advise(AutoscalerSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Behavior is not { } behavior
            ? []
            :
            [
                .. Direction("scale up", behavior.Up, spec, PolicyLimits.Upper, largestChange: Math.Max, smallestChange: Math.Min),
                .. Direction("scale down", behavior.Down, spec, PolicyLimits.Lower, largestChange: Math.Min, smallestChange: Math.Max),
            ];
    }

    private static IEnumerable<Advice> Direction(
        string direction,
        ScalingRules rules,
        AutoscalerSpec spec,
        Func<ScalingPolicy, int, int> limit,
        Func<int, int, int> largestChange,
        Func<int, int, int> smallestChange)
    {
        if (rules.Selection == PolicySelection.Disabled || rules.Policies.Count < 2)
        {
            yield break;
        }

        var combine = rules.Selection == PolicySelection.Max ? largestChange : smallestChange;
        var needed = rules.Policies.ToList();
        foreach (var policy in rules.Policies)
        {
            // Different periods differ in how soon they allow the next step, so only equal ones can stand for each other.
            var others = needed.Where(p => p != policy && p.PeriodSeconds == policy.PeriodSeconds).ToArray();
            var never = others.Length > 0 && Enumerable.Range(Math.Max(1, spec.MinReplicas), spec.MaxReplicas - Math.Max(1, spec.MinReplicas) + 1)
                .All(size => others.Select(o => limit(o, size)).Aggregate(combine) is var without && combine(without, limit(policy, size)) == without);
            if (never)
            {
                needed.Remove(policy);
                yield return new(
                    AdviceKind.PolicyNeverBinds,
                    $"{direction} {policy}",
                    $"between {spec.MinReplicas} and {spec.MaxReplicas} replicas {string.Join(" and ", others)} always decides alone; this policy can go.",
                    new Dictionary<string, double> { ["minReplicas"] = spec.MinReplicas, ["maxReplicas"] = spec.MaxReplicas, ["value"] = policy.Value });
            }
        }
    }
}

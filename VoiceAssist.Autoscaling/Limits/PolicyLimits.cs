using VoiceAssist.Autoscaling.Histories;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Limits;

/// <summary>The limits of single policies and how several are combined.</summary>
internal static class PolicyLimits
{
    public static IReadOnlyList<PolicyLimit> All(
        ScalingRules rules,
        ScalingHistory history,
        int current,
        DateTimeOffset now,
        Func<ScalingPolicy, int, int> limitFrom)
    {
        if (rules.Selection == PolicySelection.Disabled)
        {
            return [];
        }

        var limits = new PolicyLimit[rules.Policies.Count];
        for (var i = 0; i < limits.Length; i++)
        {
            var policy = rules.Policies[i];

            // Changes of both directions count for both: what was removed in the period may come back at once.
            var added = ScalingHistory.ChangeWithin(history.UpEvents, policy.PeriodSeconds, now);
            var removed = ScalingHistory.ChangeWithin(history.DownEvents, policy.PeriodSeconds, now);
            var start = current - added + removed;
            limits[i] = new(policy, added, removed, start, limitFrom(policy, start));
        }

        return limits;
    }

    public static int Upper(ScalingPolicy policy, int start) => policy.Kind == PolicyKind.Pods
        ? Proposals.Saturate((long)start + policy.Value)
        : Proposals.RoundUp(start * (1 + ((double)policy.Value / 100)));

    public static int Lower(ScalingPolicy policy, int start) => policy.Kind == PolicyKind.Pods
        ? Proposals.Saturate((long)start - policy.Value)
        : Proposals.RoundTowardsZero(start * (1 - ((double)policy.Value / 100)));

    public static int Combine(
        PolicySelection selection,
        IReadOnlyList<PolicyLimit> policies,
        int current,
        Func<int, int, int> largestChange,
        Func<int, int, int> smallestChange)
    {
        if (selection == PolicySelection.Disabled || policies.Count == 0)
        {
            return current;
        }

        var combine = selection == PolicySelection.Max ? largestChange : smallestChange;
        var limit = policies[0].Limit;
        for (var i = 1; i < policies.Count; i++)
        {
            limit = combine(limit, policies[i].Limit);
        }

        return limit;
    }
}

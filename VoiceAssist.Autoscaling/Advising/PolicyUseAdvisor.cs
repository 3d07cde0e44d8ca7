using VoiceAssist.Autoscaling.Limits;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Advising;

/// <summary>Finds policies that did not decide anything in what was simulated or recorded, though they might have.</summary>
public static class PolicyUseAdvisor
{
    /// <summary>From a simulated run.</summary>
    public static IReadOnlyList<Advice> FromRun(WorkloadRun run)
    {
        ArgumentNullException.ThrowIfNull(run);

        // A pass that was held without any change shows as the point's reason alone.
        return run.Model.Autoscaler is not { } autoscaler ? [] : Of(
            AutoscalerSpec.From(autoscaler),
            [.. run.Changes.Select(c => c.Decision.Limits).OfType<LimitOutcome>()],
            [.. run.Points.Select(p => p.HeldBackBy).OfType<string>().Distinct()],
            FormattableString.Invariant($"{run.Model.Name}'s run of {run.Points[^1].Time.TotalHours:0.#} h"));
    }

    /// <summary>From what limits made of single passes.</summary>
    /// <param name="spec">The autoscaler.</param>
    /// <param name="outcomes">The passes that changed the replicas, or would have.</param>
    /// <param name="heldBy">Reasons that held passes of which no outcome is known.</param>
    /// <param name="where">What the passes come from, for people.</param>
    internal static IReadOnlyList<Advice> Of(AutoscalerSpec spec, IReadOnlyList<LimitOutcome> outcomes, IReadOnlyCollection<string> heldBy, string where) => spec.Behavior is not { } behavior
        ? []
        : [.. Direction("scale up", "ScaleUpLimit", behavior.Up, outcomes, heldBy, where), .. Direction("scale down", "ScaleDownLimit", behavior.Down, outcomes, heldBy, where)];

    private static IEnumerable<Advice> Direction(string direction, string reason, ScalingRules rules, IReadOnlyList<LimitOutcome> outcomes, IReadOnlyCollection<string> heldBy, string where)
    {
        var own = outcomes.Where(o => o.Policies.Count > 0 && rules.Policies.Contains(o.Policies[0].Policy) && IsDirection(o, reason)).ToArray();
        var limited = own.Where(o => o.IsLimited && o.Reason == reason).ToArray();
        if (rules.Selection == PolicySelection.Disabled || own.Length == 0 || (limited.Length == 0 && heldBy.Contains(reason)))
        {
            yield break;
        }

        var figures = new Dictionary<string, double> { ["changes"] = own.Length, ["limited"] = limited.Length };
        if (limited.Length == 0)
        {
            yield return new(AdviceKind.PolicyNeverBinds, $"{direction} policies", $"in {where} none of {own.Length} changes that the metrics asked for was faster than they allow: they decide only under a load that changes faster.", figures);
            yield break;
        }

        foreach (var policy in rules.Policies.Where(p => !limited.Any(o => Decided(o, p))))
        {
            yield return new(AdviceKind.PolicyNeverBinds, $"{direction} {policy}", $"in {where} {limited.Length} of {own.Length} changes that the metrics asked for were limited, each by another policy.", figures);
        }
    }

    // Which way the pass went cannot be read from the outcome's reason where nothing was limited; the policies' limits tell.
    private static bool IsDirection(LimitOutcome outcome, string reason)
    {
        var up = outcome.Policies.Any(p => p.Limit > p.PeriodStart);
        var down = outcome.Policies.Any(p => p.Limit < p.PeriodStart);
        return reason == "ScaleUpLimit" ? up : down;
    }

    private static bool Decided(LimitOutcome outcome, ScalingPolicy policy) => outcome.Policies.Any(p => p.Policy == policy && p.Limit == outcome.RateLimit);
}

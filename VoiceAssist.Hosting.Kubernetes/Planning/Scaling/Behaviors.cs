using System.Globalization;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>From a policy's rules to <c>spec.behavior</c>; what a policy leaves open stays open, so that Kubernetes' defaults hold.</summary>
internal static class Behaviors
{
    /// <summary>Null when neither direction has a rule.</summary>
    public static V2HorizontalPodAutoscalerBehavior? Of(HorizontalScalingPolicy scaling)
    {
        var (up, down) = (Rules(scaling.Up), Rules(scaling.Down));
        return up is null && down is null ? null : new() { ScaleUp = up, ScaleDown = down };
    }

    /// <summary>The steps in the order in which they are published: percent before pods.</summary>
    public static IReadOnlyList<ScalingStep> Ordered(ScalingRules rules) => [.. rules.Steps.OrderBy(s => s.Kind)];

    private static V2HPAScalingRules? Rules(ScalingRules rules)
    {
        var tolerance = rules.ToleratedRatio;
        if (rules is { Window: null, Steps.Count: 0, Selection: null } && tolerance is null)
        {
            return null;
        }

        return new()
        {
            StabilizationWindowSeconds = (int?)rules.Window?.Value.TotalSeconds,
            SelectPolicy = rules.Selection?.ToString(),
            Policies = rules.Steps.Count == 0 ? null : [.. Ordered(rules).Select(Policy)],
            Tolerance = tolerance is null ? null : new(tolerance.Value.ToString("0.#########", CultureInfo.InvariantCulture)),
        };
    }

    private static V2HPAScalingPolicy Policy(ScalingStep step) => new()
    {
        Type = step.Kind.ToString(),
        Value = step.Amount,
        PeriodSeconds = (int)step.Period.TotalSeconds,
    };
}

namespace VoiceAssist.Autoscaling.Specs;

/// <summary>One direction of <c>spec.behavior</c> with its defaults filled in.</summary>
/// <param name="StabilizationWindowSeconds">The window; null only for scale-down, where the controller's own flag fills it at run time.</param>
/// <param name="Selection">Which policy decides.</param>
/// <param name="Policies">The policies, at least one.</param>
/// <param name="Tolerance">Replaces the cluster's tolerance in this direction; null to keep it.</param>
public sealed record ScalingRules(
    int? StabilizationWindowSeconds,
    PolicySelection Selection,
    IReadOnlyList<ScalingPolicy> Policies,
    double? Tolerance = null)
{
    /// <summary>The API server's defaults for scaling up (its comment still says 60 s; the code says 15 s).</summary>
    public static ScalingRules DefaultUp { get; } =
        new(0, PolicySelection.Max, [new(PolicyKind.Pods, 4, 15), new(PolicyKind.Percent, 100, 15)]);

    /// <summary>The API server's defaults for scaling down.</summary>
    public static ScalingRules DefaultDown { get; } =
        new(null, PolicySelection.Max, [new(PolicyKind.Percent, 100, 15)]);

    /// <summary>The longest period of any policy; scale events older than this can be forgotten.</summary>
    public int LongestPeriodSeconds
    {
        get
        {
            var longest = 0;
            foreach (var policy in Policies)
            {
                longest = Math.Max(longest, policy.PeriodSeconds);
            }

            return longest;
        }
    }
}

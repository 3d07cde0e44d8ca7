using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Limits;

/// <summary>What bounds and policies made of a stabilized recommendation.</summary>
/// <param name="Stabilized">What was asked for.</param>
/// <param name="Result">What was allowed.</param>
/// <param name="Reason">The ScalingLimited reason.</param>
/// <param name="RateLimit">The limit of the policies together (without a behavior: of the built-in growth limit); null when the size does not change.</param>
/// <param name="Selection">How the policies were combined; null without a behavior.</param>
/// <param name="Policies">Each policy's own limit; empty without a behavior, when disabled, and when the size does not change.</param>
public sealed record LimitOutcome(
    int Stabilized,
    int Result,
    string Reason,
    int? RateLimit,
    PolicySelection? Selection,
    IReadOnlyList<PolicyLimit> Policies)
{
    /// <summary>The ScalingLimited status.</summary>
    public bool IsLimited => Result != Stabilized;

    /// <summary>The reason for people.</summary>
    public string Message => Reason switch
    {
        "TooFewReplicas" => "fewer replicas are wanted than the minimum",
        "TooManyReplicas" => "more replicas are wanted than the maximum",
        "ScaleUpLimit" => "growth is faster than the policies allow",
        "ScaleDownLimit" => "the reduction is faster than the policies allow",
        _ => "the wanted number lies within all limits",
    };
}

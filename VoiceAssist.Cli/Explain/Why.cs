using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Cli.Live;

namespace VoiceAssist.Cli.Explain;

/// <summary>Why an autoscaler does what it does right now, in one sentence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsReconstructed">Whether it was recomputed here rather than said by the controller.</param>
/// <param name="IsTrouble">Whether it keeps the autoscaler from working.</param>
internal sealed record Why(string Text, bool IsReconstructed, bool IsTrouble)
{
    /// <summary>The controller's own conditions first; where they say nothing special, what the engine finds from live figures.</summary>
    public static Why Of(LiveAutoscaler live)
    {
        foreach (var type in new[] { "AbleToScale", "ScalingActive" })
        {
            if (live.Condition(type) is { Status: "False" } failed)
            {
                return new($"{failed.Reason}: {failed.Message}", false, IsTrouble: failed.Reason != "ScalingDisabled");
            }
        }

        return live.Condition("ScalingLimited") is { Status: "True" } limited ? new($"{limited.Reason}: {limited.Message}", false, IsTrouble: false)
            : live.Condition("AbleToScale") is { Reason: "ScaleDownStabilized" or "ScaleUpStabilized" } held ? new($"{held.Reason}: {held.Message}", false, IsTrouble: false)
            : live.Autoscaler.Status?.Conditions is null or [] ? new("The controller has not looked at it yet.", false, IsTrouble: true)
            : Reconstructed(ReconstructedPass.Of(live));
    }

    private static Why Reconstructed(Decision decision)
    {
        var text = decision switch
        {
            { Branch: PassBranch.MetricsFailed or PassBranch.ScaleUnreadable } => decision.Error!,
            { Rescaled: true, Driving: { } driving } => $"{driving.Metric.DisplayName} asks for {driving.Proposal}: about to scale to {decision.Desired}",
            { Rescaled: true } => $"outside its bounds: about to scale to {decision.Desired}",
            { Limits: { IsLimited: true } limits } => $"{limits.Reason}: {limits.Message}",
            { Stabilization: { } stabilization } when stabilization.Stabilized != stabilization.Raw => $"{stabilization.Reason}: {stabilization.Message}",
            { Driving: { } driving } => $"{driving.Metric.DisplayName} asks for {driving.Proposal}: enough as it is",
            _ => "nothing asks for a change",
        };
        return new(text, true, decision.Branch is PassBranch.MetricsFailed or PassBranch.ScaleUnreadable);
    }
}

using VoiceAssist.Autoscaling.Conditions;
using VoiceAssist.Autoscaling.Histories;

namespace VoiceAssist.Autoscaling.Reconciling;

/// <summary>What lives on between the passes of one autoscaler: the controller's memory and the object's status.</summary>
public sealed class AutoscalerState
{
    /// <summary>The controller's memory; lost when the controller restarts.</summary>
    public ScalingHistory History { get; } = new();

    /// <summary>Stored in the object's status; survives a restart.</summary>
    public ConditionSet Conditions { get; } = new();

    /// <summary><c>status.lastScaleTime</c>.</summary>
    public DateTimeOffset? LastScaleTime { get; set; }

    /// <summary><c>status.desiredReplicas</c>: what the last pass that came to a result asked for. A pass that fails leaves it.</summary>
    public int DesiredReplicas { get; set; }
}

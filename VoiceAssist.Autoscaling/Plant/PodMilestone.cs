namespace VoiceAssist.Autoscaling.Plant;

/// <summary>Something that happened to a pod.</summary>
/// <param name="Seconds">When, since the start.</param>
/// <param name="Kind">What.</param>
public readonly record struct PodMilestone(double Seconds, PodMilestoneKind Kind);

namespace VoiceAssist.Autoscaling.Observations;

/// <summary>A pod's Ready condition.</summary>
/// <param name="Status">True, False, or null for Unknown (which counts as "not False").</param>
/// <param name="LastTransition">When the status last changed.</param>
public readonly record struct ReadyCondition(bool? Status, DateTimeOffset LastTransition);

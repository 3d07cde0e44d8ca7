namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>A workload's template changes: every pod is replaced, within its surge and unavailability.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="At">When, since the start.</param>
public sealed record RolloutDisturbance(string Workload, TimeSpan At) : Disturbance(At);

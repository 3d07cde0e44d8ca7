namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>Something that happens during a simulation besides load.</summary>
/// <param name="At">When, since the start.</param>
public abstract record Disturbance(TimeSpan At);

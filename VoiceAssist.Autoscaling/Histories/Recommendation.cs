namespace VoiceAssist.Autoscaling.Histories;

/// <summary>What the metrics asked for at some time, before any stabilization.</summary>
public readonly record struct Recommendation(int Replicas, DateTimeOffset Time);

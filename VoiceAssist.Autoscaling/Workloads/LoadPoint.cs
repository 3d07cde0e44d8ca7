namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>A recorded rate per second at a time since the start of the recording.</summary>
public readonly record struct LoadPoint(TimeSpan Time, double PerSecond);

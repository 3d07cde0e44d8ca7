namespace VoiceAssist.Autoscaling.Advising;

/// <summary>What one pod used at one time, on average over its workload's pods.</summary>
/// <param name="Time">Since the start of the recording.</param>
/// <param name="Cores">CPU in cores.</param>
/// <param name="MemoryBytes">Memory in bytes.</param>
public readonly record struct UsagePoint(TimeSpan Time, double Cores, double MemoryBytes);

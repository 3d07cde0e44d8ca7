namespace VoiceAssist.Autoscaling.Capacity;

/// <summary>One workload's part of an environment's capacity.</summary>
public sealed record WorkloadShare(WorkloadCapacity Workload, CapacitySummary Summary);

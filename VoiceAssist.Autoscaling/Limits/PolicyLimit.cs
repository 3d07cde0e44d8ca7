using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Limits;

/// <summary>How far one policy lets the replica count go in one pass.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="AddedInPeriod">Pods added within the policy's period.</param>
/// <param name="RemovedInPeriod">Pods removed within the policy's period.</param>
/// <param name="PeriodStart">The replicas at the start of the period: current, less what was added, plus what was removed.</param>
/// <param name="Limit">The replica count it allows.</param>
public readonly record struct PolicyLimit(ScalingPolicy Policy, int AddedInPeriod, int RemovedInPeriod, int PeriodStart, int Limit);

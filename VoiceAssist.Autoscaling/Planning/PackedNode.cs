using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Planning;

/// <summary>One node of a plan.</summary>
/// <param name="Pods">Pods per workload on it.</param>
/// <param name="Used">Their requests, without daemons.</param>
/// <param name="Free">What is left.</param>
public sealed record PackedNode(IReadOnlyDictionary<string, int> Pods, ResourceAmounts Used, ResourceAmounts Free);

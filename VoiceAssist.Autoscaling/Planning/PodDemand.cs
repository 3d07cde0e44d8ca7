using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Planning;

/// <summary>A number of equal pods to be placed.</summary>
public sealed record PodDemand(string Workload, int Pods, ResourceAmounts Requests);

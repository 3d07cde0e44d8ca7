using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Tests.Environments;

/// <summary>One autoscaled workload in one environment.</summary>
internal sealed record WorkloadFigures(string Name, int Min, int Max, ResourceAmounts Requests, ResourceAmounts Limits, V2HorizontalPodAutoscaler Autoscaler);

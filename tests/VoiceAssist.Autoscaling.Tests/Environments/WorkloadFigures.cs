using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Tests.Environments;

/// <summary>One autoscaled workload in one environment.</summary>
/// <param name="Capacity">Bounds, resources and rollout.</param>
/// <param name="Autoscaler">Its autoscaler.</param>
/// <param name="ProbePeriod">How often its readiness is asked.</param>
internal sealed record WorkloadFigures(WorkloadCapacity Capacity, V2HorizontalPodAutoscaler Autoscaler, TimeSpan ProbePeriod)
{
    public string Name => Capacity.Name;

    public int Min => Capacity.MinReplicas;

    public int Max => Capacity.MaxReplicas;

    public ResourceAmounts Requests => Capacity.Requests;
}

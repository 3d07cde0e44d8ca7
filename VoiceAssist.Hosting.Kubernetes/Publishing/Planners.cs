using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>Every planner, in the order of their objects within a file.</summary>
internal static class Planners
{
    public static IReadOnlyList<IObjectPlanner> All { get; } = [.. WorkloadPlanners.All, .. ScalingPlanners.All];
}

using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>What an environment's workloads need, in the terms of the one capacity function.</summary>
internal static class WorkloadCapacities
{
    public static CapacityReport Of(EnvironmentContext environment) => CapacityFunction.Of(
        environment.Workloads.Where(w => w.Resources is { CpuBounds: not null, MemoryBounds: not null }).Select(Of));

    public static WorkloadCapacity Of(WorkloadModel workload)
    {
        var cpu = workload.Resources!.CpuBounds!.Value;
        var memory = workload.Resources.MemoryBounds!.Value;
        return new()
        {
            Name = workload.Name,
            MinReplicas = workload.Replicas.Min,
            MaxReplicas = workload.Replicas.Max,
            Requests = new(cpu.Low, memory.Low),
            Limits = new(cpu.High, memory.High),
            Rollout = Pace(workload),
        };
    }

    private static RolloutPace Pace(WorkloadModel workload)
    {
        var termination = workload.Shutdown?.GracePeriod ?? TimeSpan.FromSeconds(30);
        var pace = workload.IsStateful || workload.Rollout is { IsRecreate: true } ? RolloutPace.InPlace : new RolloutPace();
        return pace with
        {
            MaxSurge = workload.Rollout?.MaxSurge?.Value ?? pace.MaxSurge,
            MaxUnavailable = workload.Rollout?.MaxUnavailable?.Value ?? pace.MaxUnavailable,
            Termination = termination,
        };
    }
}

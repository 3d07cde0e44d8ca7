using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Tests.Environments;

/// <summary>The figures of one environment.</summary>
internal sealed record EnvironmentFigures(string Name, WorkloadFigures Gateway, WorkloadFigures Worker, WorkloadCapacity Postgres, WorkloadCapacity Redis, TimeSpan ScrapeInterval)
{
    public IReadOnlyList<WorkloadCapacity> Workloads =>
    [
        Scaled(Gateway, termination: TimeSpan.FromSeconds(30)),
        Scaled(Worker, termination: TimeSpan.FromSeconds(60)),
        Postgres,
        Redis,
    ];

    private static WorkloadCapacity Scaled(WorkloadFigures workload, TimeSpan termination) => new()
    {
        Name = workload.Name,
        MinReplicas = workload.Min,
        MaxReplicas = workload.Max,
        Requests = workload.Requests,
        Limits = workload.Limits,
        Rollout = new() { Termination = termination, Startup = TimeSpan.FromSeconds(15) },
    };
}

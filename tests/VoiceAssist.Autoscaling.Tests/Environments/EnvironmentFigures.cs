using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Tests.Environments;

/// <summary>The figures of one environment.</summary>
internal sealed record EnvironmentFigures(string Name, WorkloadFigures Gateway, WorkloadFigures Worker, WorkloadCapacity Postgres, WorkloadCapacity Redis, TimeSpan ScrapeInterval)
{
    public IReadOnlyList<WorkloadCapacity> Workloads => [Gateway.Capacity, Worker.Capacity, Postgres, Redis];
}

using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Distributions;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Tests.Environments;

/// <summary>An environment as a simulation: its four workloads with loads of the caller's choice.</summary>
internal static class EnvironmentModels
{
    /// <summary>CPU that a gateway request costs. At this cost CPU, not the request rate, decides in every environment.</summary>
    public const double CpuSecondsPerRequest = 0.01;

    /// <summary>Jobs that one worker pod finishes per second.</summary>
    public const double JobsPerPodSecond = 4 / 4.53;

    public static SimulationModel Of(EnvironmentFigures environment, Load requests, Load jobs, TimeSpan duration) => new()
    {
        Duration = duration,
        Workloads = [Gateway(environment, requests), Worker(environment, jobs), Fixed(environment.Postgres), Fixed(environment.Redis)],
        Quota = CapacityFunction.Of(environment.Workloads).Quota,
        Pipeline = new() { ScrapeInterval = environment.ScrapeInterval },
    };

    public static WorkloadModel Gateway(EnvironmentFigures environment, Load requests) => new()
    {
        Capacity = environment.Gateway.Capacity,
        Autoscaler = environment.Gateway.Autoscaler,
        Load = requests,
        Service = new RequestService { CpuSecondsPerRequest = CpuSecondsPerRequest },
        Timings = Timings(environment.Gateway, warmUp: 3),
        Memory = new() { Base = Memory.FromBytes(environment.Gateway.Requests.Memory.Bytes / 3), PerLoad = Memory.FromMebibytes(1), FallsWithin = TimeSpan.FromMinutes(2) },
        Signals = new Dictionary<string, Signal> { ["http_requests_per_second"] = Signal.Throughput },
    };

    // Speech jobs mostly wait for engines: long, but light on CPU, so that the queue tells the load.
    public static WorkloadModel Worker(EnvironmentFigures environment, Load jobs) => new()
    {
        Capacity = environment.Worker.Capacity,
        Autoscaler = environment.Worker.Autoscaler,
        Load = jobs,
        Service = new JobService { Duration = Distribution.LogNormal(4, 0.5), Slots = 4, CpuPerJob = environment.Worker.Requests.Cpu.Cores / 8 },
        Timings = Timings(environment.Worker, warmUp: 6),
        Memory = new() { Base = Memory.FromBytes(environment.Worker.Requests.Memory.Bytes / 3), PerLoad = Memory.FromMebibytes(8), FallsWithin = TimeSpan.FromMinutes(2) },
        Signals = new Dictionary<string, Signal>
        {
            ["voiceassist_queue_depth"] = Signal.QueueDepth,
            ["voiceassist_queue_oldest_age_seconds"] = Signal.QueueAge,
        },
    };

    private static PodTimings Timings(WorkloadFigures workload, double warmUp) => new()
    {
        WarmUp = Distribution.LogNormal(warmUp, 0.3),
        ProbePeriod = workload.ProbePeriod,
        GracePeriod = workload.Capacity.Rollout.Termination,
    };

    private static WorkloadModel Fixed(WorkloadCapacity capacity) => new()
    {
        Capacity = capacity,
        Service = new RequestService { CpuSecondsPerRequest = 0.001, IdleCpu = capacity.Requests.Cpu.Cores / 4 },
    };
}

using System.Globalization;
using VoiceAssist.Autoscaling.Distributions;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Cli.Simulate;

/// <summary>
/// A deployment as a simulation, on nodes that are never the bottleneck: a worker with a queue where a metric of it speaks of a queue,
/// otherwise a service that answers requests.
/// </summary>
internal static class SimulatedWorkload
{
    /// <summary>CPU seconds that a request is assumed to cost.</summary>
    public const double CpuSecondsPerRequest = 0.01;

    /// <summary>Seconds that a job is assumed to take.</summary>
    public const double SecondsPerJob = 2;

    private const double SpreadOfJobs = 0.3;

    /// <summary>Jobs that take about as long.</summary>
    public static JobService Jobs(double seconds) => new() { Duration = Distribution.LogNormal(seconds, SpreadOfJobs) };

    /// <param name="deployment">What is scaled, and by what.</param>
    /// <param name="load">What arrives.</param>
    /// <param name="duration">How much time.</param>
    /// <param name="scrapeInterval">How often custom metrics are measured; null for the simulator's default.</param>
    public static SimulationModel Model(ScaledDeployment deployment, Load load, TimeSpan duration, TimeSpan? scrapeInterval = null)
    {
        var spec = AutoscalerSpec.From(deployment.Autoscaler);
        return new()
        {
            Duration = duration,
            Pipeline = scrapeInterval is { } interval ? new() { ScrapeInterval = interval } : new(),
            Workloads =
            [
                new()
                {
                    Capacity = new()
                    {
                        Name = deployment.Workload,
                        MinReplicas = spec.MinReplicas,
                        MaxReplicas = spec.MaxReplicas,
                        Requests = deployment.Requests,
                        Limits = deployment.Limits,
                        Rollout = deployment.Rollout,
                    },
                    Autoscaler = deployment.Autoscaler,
                    Load = load,
                    Service = TakesJobs(spec) ? Jobs(SecondsPerJob) : new RequestService { CpuSecondsPerRequest = CpuSecondsPerRequest },
                    Memory = new() { Base = Memory.FromBytes(deployment.Requests.Memory.Bytes / 3), FallsWithin = TimeSpan.FromMinutes(2) },
                    Signals = SignalsOf(spec),
                },
            ],
        };
    }

    /// <summary>What an autoscaler's own metrics are taken to measure.</summary>
    public static Dictionary<string, Signal> SignalsOf(AutoscalerSpec spec) => spec.Metrics
        .Where(m => m.Kind is MetricSourceKind.Pods or MetricSourceKind.Object or MetricSourceKind.External)
        .Select(m => m.Name).Distinct().ToDictionary(name => name, SignalOf);

    /// <summary>What the simulation takes for granted, for people.</summary>
    public static string AssumptionOf(WorkloadModel model) => model.Service switch
    {
        // The expected value lies above the time that half of the jobs take.
        JobService jobs => string.Create(CultureInfo.InvariantCulture, $"a job takes {jobs.Duration.Mean / Math.Exp(SpreadOfJobs * SpreadOfJobs / 2):0.####} s and {jobs.CpuPerJob} cores, a pod does {jobs.Slots} at once"),
        RequestService requests => string.Create(CultureInfo.InvariantCulture, $"a request costs {requests.CpuSecondsPerRequest} CPU seconds"),
        _ => "",
    };

    /// <summary>What a pod is good for: requests within its CPU request, or jobs in all its slots, per second.</summary>
    public static double RatePerPod(ScaledDeployment deployment) =>
        TakesJobs(AutoscalerSpec.From(deployment.Autoscaler)) ? new JobService { Duration = Distribution.Constant(SecondsPerJob) }.Slots / SecondsPerJob : deployment.Requests.Cpu.Cores / CpuSecondsPerRequest;

    private static bool TakesJobs(AutoscalerSpec spec) => spec.Metrics.Any(m => m.Kind is MetricSourceKind.External or MetricSourceKind.Object && SignalOf(m.Name) is Signal.QueueDepth or Signal.QueueAge);

    // A metric's meaning is not in the manifest; names of queues follow Prometheus' conventions, all else counts requests.
    private static Signal SignalOf(string metric) =>
        metric.Contains("age_seconds", StringComparison.Ordinal) ? Signal.QueueAge
        : metric.Contains("queue", StringComparison.Ordinal) ? Signal.QueueDepth
        : Signal.Throughput;
}

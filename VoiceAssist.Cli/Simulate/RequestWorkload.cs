using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Cli.Simulate;

/// <summary>A deployment as a simulation: a service that answers requests, on nodes that are never the bottleneck.</summary>
internal static class RequestWorkload
{
    /// <summary>CPU seconds that a request is assumed to cost.</summary>
    public const double CpuSecondsPerRequest = 0.01;

    /// <param name="deployment">What is scaled.</param>
    /// <param name="load">What arrives.</param>
    /// <param name="duration">How much time is simulated.</param>
    /// <param name="cpuSeconds">What a request costs; null: <see cref="CpuSecondsPerRequest"/>.</param>
    /// <param name="timeout">When a request is given up; null: the service's default.</param>
    public static SimulationModel Model(ScaledDeployment deployment, Load load, TimeSpan duration, double? cpuSeconds = null, TimeSpan? timeout = null)
    {
        var spec = AutoscalerSpec.From(deployment.Autoscaler);
        return new()
        {
            Duration = duration,
            Workloads =
            [
                new()
                {
                    Capacity = new()
                    {
                        Name = deployment.Autoscaler.Spec.ScaleTargetRef.Name,
                        MinReplicas = spec.MinReplicas,
                        MaxReplicas = spec.MaxReplicas,
                        Requests = deployment.Requests,
                        Limits = deployment.Limits,
                    },
                    Autoscaler = deployment.Autoscaler,
                    Load = load,
                    Service = Service(cpuSeconds ?? CpuSecondsPerRequest, timeout),
                    Memory = new() { Base = Memory.FromBytes(deployment.Requests.Memory.Bytes / 3), FallsWithin = TimeSpan.FromMinutes(2) },
                    Signals = spec.Metrics
                        .Where(m => m.Kind is MetricSourceKind.Pods or MetricSourceKind.Object or MetricSourceKind.External)
                        .Select(m => m.Name).Distinct().ToDictionary(name => name, SignalOf),
                },
            ],
        };
    }

    private static RequestService Service(double cpuSeconds, TimeSpan? timeout)
    {
        var service = new RequestService { CpuSecondsPerRequest = cpuSeconds };
        return timeout is { } time ? service with { Timeout = time } : service;
    }

    // A metric's meaning is not in the manifest; names of queues follow Prometheus' conventions, all else counts requests.
    private static Signal SignalOf(string metric) =>
        metric.Contains("age_seconds", StringComparison.Ordinal) ? Signal.QueueAge
        : metric.Contains("queue", StringComparison.Ordinal) ? Signal.QueueDepth
        : Signal.Throughput;
}

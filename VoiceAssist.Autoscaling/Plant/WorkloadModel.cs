using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Plant;

/// <summary>One workload to simulate: what it is, what comes in, and how its pods behave.</summary>
public sealed record WorkloadModel
{
    /// <summary>Replicas, requests, limits and rollout.</summary>
    public required WorkloadCapacity Capacity { get; init; }

    /// <value>Its autoscaler; null for a fixed number of replicas. Default null.</value>
    public V2HorizontalPodAutoscaler? Autoscaler { get; init; }

    /// <value>What arrives per second. Default nothing.</value>
    public Load Load { get; init; } = new ConstantLoad(0);

    /// <summary>How pods turn arrivals into work.</summary>
    public required ServiceModel Service { get; init; }

    public PodTimings Timings { get; init; } = new();

    public MemoryModel Memory { get; init; } = new();

    /// <value>What its Pods, Object and External metrics measure, by metric name. A metric that is not listed never answers.</value>
    public IReadOnlyDictionary<string, Signal> Signals { get; init; } = new Dictionary<string, Signal>();

    /// <value>Replicas at the start, all Ready for a long time. Default: the minimum.</value>
    public int? InitialReplicas { get; init; }

    public string Name => Capacity.Name;
}

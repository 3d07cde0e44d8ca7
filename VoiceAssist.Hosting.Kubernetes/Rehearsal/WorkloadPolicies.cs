using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Rehearsal;

/// <summary>What is published of one workload as far as a rehearsal on this machine needs it.</summary>
public sealed record WorkloadPolicies
{
    /// <summary>The autoscaler, as it is published.</summary>
    public required V2HorizontalPodAutoscaler Autoscaler { get; init; }

    /// <summary>Requests of one pod.</summary>
    public required ResourceAmounts Requests { get; init; }

    /// <summary>Limits of one pod.</summary>
    public required ResourceAmounts Limits { get; init; }

    /// <summary>The readiness probe; null: a pod is ready when it runs.</summary>
    public required ProbeRule? Readiness { get; init; }

    /// <summary>What it exports for its autoscaler.</summary>
    public required IReadOnlyList<ExportedMetric> Exports { get; init; }

    /// <summary>Variables that make .NET's memory follow the load.</summary>
    public required IReadOnlyDictionary<string, string> MemorySettings { get; init; }

    /// <summary>The time between two scrapes.</summary>
    public required TimeSpan ScrapeInterval { get; init; }
}

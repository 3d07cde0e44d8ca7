using k8s.Models;

namespace VoiceAssist.Autoscaling.Observations;

/// <summary>What the controller sees of one pod that the target's selector matches.</summary>
public sealed record PodObservation
{
    /// <summary>The pod's name; metrics samples refer to it.</summary>
    public required string Name { get; init; }

    public PodPhase Phase { get; init; } = PodPhase.Running;

    /// <summary>Whether the pod has a deletion timestamp.</summary>
    public bool Deleting { get; init; }

    /// <summary>The Ready condition, null when the pod has none yet.</summary>
    public ReadyCondition? Ready { get; init; }

    /// <summary><c>status.startTime</c>, null before the kubelet has seen the pod.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Requests of every container and restartable init container.</summary>
    public IReadOnlyList<ContainerRequests> Containers { get; init; } = [];

    /// <summary>
    /// What a pod with pod-level requests (<c>spec.resources</c>) requests as a whole, every resource, in thousandths; empty when it sets none.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, long>> PodRequests { get; init; } = [];

    /// <summary>Running and Ready=True: what Value targets multiply by.</summary>
    public bool IsRunningAndReady => Phase == PodPhase.Running && Ready is { Status: true };

    /// <summary>Reads a pod as the API server returns it.</summary>
    public static PodObservation From(V1Pod pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        return PodReader.Read(pod);
    }
}

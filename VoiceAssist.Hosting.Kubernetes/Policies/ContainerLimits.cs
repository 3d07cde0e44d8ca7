using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A LimitRange.</summary>
public sealed record ContainerLimits
{
    /// <value>Limit of a container that has none.</value>
    public required ResourceAmounts Default { get; init; }

    /// <value>Request of a container that has none.</value>
    public required ResourceAmounts DefaultRequest { get; init; }

    /// <value>Least of a container.</value>
    public required ResourceAmounts Min { get; init; }

    /// <value>Most of a container.</value>
    public required ResourceAmounts Max { get; init; }

    /// <value>Most of a pod.</value>
    public required ResourceAmounts PodMax { get; init; }
}

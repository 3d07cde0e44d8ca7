using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>A workload as the app model and its policies describe it in one environment; references are resolved to what they are in a cluster.</summary>
internal sealed record WorkloadModel
{
    /// <summary>The resource in the app model.</summary>
    public required IResource Resource { get; init; }

    /// <summary>The resource's name, and that of its Deployment or StatefulSet and Service.</summary>
    public string Name => Resource.Name;

    /// <summary>The container's name.</summary>
    public required string ContainerName { get; init; }

    /// <summary>The component, as in <c>app.kubernetes.io/component</c>.</summary>
    public required string Component { get; init; }

    /// <summary>The label whose value is the name and that selects its pods. Default <see cref="Labels.Name"/>; objects that others wrote have theirs.</summary>
    public string SelectorLabel { get; init; } = Labels.Name;

    /// <summary>Whether it keeps data: a StatefulSet with a volume claim per named volume.</summary>
    public bool IsStateful => Volumes.Count > 0;

    /// <summary>Whether it is a .NET project of the app.</summary>
    public bool IsProject => Resource is ProjectResource;

    /// <summary>The image with registry and tag or digest.</summary>
    public required string Image { get; init; }

    /// <summary>The container's entrypoint; empty: the image's.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The container's arguments.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The container's variables, in order; one that another refers to as <c>$(NAME)</c> stands before it.</summary>
    public required IReadOnlyList<WorkloadVariable> Variables { get; init; }

    /// <summary>Variables of the app model that a cluster cannot have.</summary>
    public IReadOnlyList<DroppedVariable> Dropped { get; init; } = [];

    /// <summary>The ports, by name.</summary>
    public required IReadOnlyList<WorkloadPort> Ports { get; init; }

    /// <summary>Named volumes: name and mount path.</summary>
    public required IReadOnlyList<WorkloadVolume> Volumes { get; init; }

    /// <summary>The workloads whose endpoints or connection strings this one refers to, with the port names used.</summary>
    public required IReadOnlyList<WorkloadReference> References { get; init; }

    /// <summary>Where each policy was written, for messages; the first entry is the workload's most telling one.</summary>
    public required IReadOnlyDictionary<Type, SourceLocation> Places { get; init; }

    public WorkloadPolicy Workload { get; init; } = new();

    public ResourcesPolicy? Resources { get; init; }

    public HorizontalScalingPolicy? Scaling { get; init; }

    public VerticalRecommendationPolicy? Recommendation { get; init; }

    public DisruptionBudgetPolicy? Budget { get; init; }

    public ProbesPolicy Probes { get; init; } = new();

    public ShutdownPolicy? Shutdown { get; init; }

    public RolloutPolicy? Rollout { get; init; }

    public SpreadPolicy? Spread { get; init; }

    public MonitoringPolicy? Monitoring { get; init; }

    public StoragePolicy? Storage { get; init; }

    public ExposurePolicy? Exposure { get; init; }

    public IdentityPolicy Identity { get; init; } = new();

    public ConfigurationPolicy Configuration { get; init; } = new();

    public SecurityPolicy Security { get; init; } = new();

    public NetworkAccessPolicy NetworkAccess { get; init; } = new();

    /// <summary>Fewest and most replicas: the autoscaler's, or the fixed number.</summary>
    public (int Min, int Max) Replicas => Scaling?.ReplicaBounds is { Value: var bounds }
        ? (bounds.Low, bounds.High)
        : (Workload.Replicas?.Value ?? 1, Workload.Replicas?.Value ?? 1);

    /// <summary>Where a policy was written; where the workload's most telling one was, if it has none of the type.</summary>
    public SourceLocation PlaceOf<TPolicy>() =>
        Places.TryGetValue(typeof(TPolicy), out var place) ? place : Places.Values.FirstOrDefault();
}

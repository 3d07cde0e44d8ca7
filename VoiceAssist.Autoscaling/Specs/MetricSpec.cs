namespace VoiceAssist.Autoscaling.Specs;

/// <summary>One entry of <c>spec.metrics</c>, in the form the algorithm works on.</summary>
/// <param name="Kind">The source.</param>
/// <param name="Name">Resource name (<c>cpu</c>, <c>memory</c>) or metric name.</param>
/// <param name="Container">The container of a ContainerResource metric, otherwise null.</param>
/// <param name="Target">What to compare with.</param>
public sealed record MetricSpec(MetricSourceKind Kind, string Name, string? Container, MetricTarget Target)
{
    /// <summary>Whether readiness and start time decide if a pod's sample counts: CPU only (HPA-SPEC §3.2).</summary>
    public bool LooksAtReadiness => Name == "cpu" && (Kind is MetricSourceKind.Resource or MetricSourceKind.ContainerResource);

    /// <summary>What people call it: <c>cpu</c>, <c>cpu of container app</c>, <c>external metric queue_depth</c>.</summary>
    public string DisplayName { get; } = Kind switch
    {
        MetricSourceKind.Resource => Name,
        MetricSourceKind.ContainerResource => $"{Name} of container {Container}",
        MetricSourceKind.Pods => $"pods metric {Name}",
        MetricSourceKind.Object => $"object metric {Name}",
        MetricSourceKind.External => $"external metric {Name}",
        _ => $"metric of unknown type {Name}",
    };

    /// <summary>The ScalingActive=True message; kept, since every pass of every autoscaler sets it.</summary>
    internal string ValidMessage { get; } = $"a replica count could be computed from the metric {Name}";

    /// <summary>The ScalingActive=False reason when this metric fails.</summary>
    public string FailureReason => Kind switch
    {
        MetricSourceKind.Resource => "FailedGetResourceMetric",
        MetricSourceKind.ContainerResource => "FailedGetContainerResourceMetric",
        MetricSourceKind.Pods => "FailedGetPodsMetric",
        MetricSourceKind.Object => "FailedGetObjectMetric",
        MetricSourceKind.External => "FailedGetExternalMetric",
        _ => "InvalidMetricSourceType",
    };
}

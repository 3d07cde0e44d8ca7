namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>The metric sources of autoscaling/v2.</summary>
public enum ScalingMetricSource
{
    /// <summary>CPU or memory of the pods.</summary>
    Resource,

    /// <summary>CPU or memory of one container of the pods.</summary>
    ContainerResource,

    /// <summary>A metric that each pod exports.</summary>
    Pods,

    /// <summary>A metric of another object.</summary>
    Object,

    /// <summary>A metric that belongs to no object.</summary>
    External,
}

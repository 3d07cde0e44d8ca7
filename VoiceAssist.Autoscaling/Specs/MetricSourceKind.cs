namespace VoiceAssist.Autoscaling.Specs;

/// <summary>Where a metric's value comes from (<c>spec.metrics[].type</c>).</summary>
public enum MetricSourceKind
{
    /// <summary>A type the controller does not know; it fails with InvalidMetricSourceType on every pass.</summary>
    Unknown,
    Resource,
    ContainerResource,
    Pods,
    Object,
    External,
}

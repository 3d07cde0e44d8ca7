using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Reading;

/// <summary>What makes two metrics of an autoscaler the same one.</summary>
internal static class MetricNames
{
    /// <summary>E.g. <c>Resource cpu</c>, <c>ContainerResource memory of web</c>, <c>External queue_depth{queue=jobs}</c>.</summary>
    public static string Name(this V2MetricSpec metric) => metric switch
    {
        { Resource: { } resource } => $"Resource {resource.Name}",
        { ContainerResource: { } resource } => $"ContainerResource {resource.Name} of {resource.Container}",
        { Pods: { } pods } => $"Pods {Text(pods.Metric)}",
        { External: { } external } => $"External {Text(external.Metric)}",
        { ObjectProperty: { } described } => $"Object {Text(described.Metric)} of {described.DescribedObject?.Kind}/{described.DescribedObject?.Name}",
        _ => metric.Type ?? "(no type)",
    };

    private static string Text(V2MetricIdentifier? metric) =>
        metric?.Selector is { } selector && !selector.IsEmpty() ? $"{metric.Name}{{{selector.Text()}}}" : metric?.Name ?? "(no name)";
}

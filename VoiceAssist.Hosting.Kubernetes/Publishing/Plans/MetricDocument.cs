namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>A metric of an autoscaler, in the terms of autoscaling/v2.</summary>
/// <param name="Type"><c>Resource</c>, <c>ContainerResource</c>, <c>Pods</c>, <c>Object</c> or <c>External</c>.</param>
/// <param name="Name">The metric's or resource's name.</param>
/// <param name="TargetType"><c>Utilization</c>, <c>AverageValue</c> or <c>Value</c>.</param>
/// <param name="Target">Percent for <c>Utilization</c>, else a Kubernetes quantity.</param>
internal sealed record MetricDocument(string Type, string Name, string TargetType, string Target)
{
    /// <summary>The container, for <c>ContainerResource</c>.</summary>
    public string? Container { get; init; }

    /// <summary>The labels that pick the series; null: none.</summary>
    public IReadOnlyDictionary<string, string>? Selector { get; init; }
}

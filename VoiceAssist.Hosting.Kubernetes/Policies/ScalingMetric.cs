namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A metric of an autoscaler.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Name">The metric's or resource's name.</param>
/// <param name="Target">What it should be.</param>
/// <param name="Because">Why the figure is what it is.</param>
/// <param name="At">Where it was written.</param>
public sealed record ScalingMetric(ScalingMetricSource Source, string Name, ScalingTarget Target, string? Because, SourceLocation At)
{
    /// <value>The container, for <see cref="ScalingMetricSource.ContainerResource"/>.</value>
    public string? Container { get; init; }

    /// <value>The object, for <see cref="ScalingMetricSource.Object"/>.</value>
    public ScaledObject? DescribedObject { get; init; }

    /// <value>Labels that pick the series, for Pods, Object and External.</value>
    public IReadOnlyDictionary<string, string> Selector { get; init; } = new Dictionary<string, string>();

    /// <summary>What makes it the same metric when an environment writes it again.</summary>
    public string Key => $"{Source}/{Container}/{DescribedObject}/{Name}";
}

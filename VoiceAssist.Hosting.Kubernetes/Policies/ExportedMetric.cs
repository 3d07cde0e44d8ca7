namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A metric that a workload exports, and how an adapter makes it available to autoscalers.</summary>
/// <param name="Name">The name autoscalers use.</param>
/// <param name="Source"><see cref="ScalingMetricSource.Pods"/> for a metric of each pod, <see cref="ScalingMetricSource.External"/> for one that is shared.</param>
/// <param name="Series">The Prometheus series it is computed from, as the workload exports it.</param>
/// <param name="Query">
/// The PromQL that computes it, for example <c>sum by (pod) (rate(requests_total{$selector}[$window]))</c>: <c>$selector</c> stands for
/// the label matchers (namespace, and pod for Pods metrics), <c>$window</c> for a rate window that fits the scrape interval.
/// </param>
public sealed record ExportedMetric(string Name, ScalingMetricSource Source, string Series, string Query)
{
    /// <value>As given.</value>
    /// <exception cref="ArgumentException">A query without <c>$selector</c> in the braces of its series.</exception>
    public string Query { get; init; } = QueryTemplate.Checked(Query);

    /// <value>Labels of the series that tell several apart, e.g. <c>queue</c>.</value>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}

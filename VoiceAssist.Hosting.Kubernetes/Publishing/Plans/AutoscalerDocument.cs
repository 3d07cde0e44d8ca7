namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>An autoscaler.</summary>
/// <param name="Name">The object's name.</param>
/// <param name="Kind"><c>HorizontalPodAutoscaler</c> or <c>ScaledObject</c>.</param>
/// <param name="Metrics">Its metrics.</param>
/// <param name="Up">How it scales up.</param>
/// <param name="Down">How it scales down.</param>
internal sealed record AutoscalerDocument(string Name, string Kind, IReadOnlyList<MetricDocument> Metrics, RulesDocument Up, RulesDocument Down);

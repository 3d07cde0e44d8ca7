namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>An autoscaler as it is in a cluster that lacks an API of metrics.</summary>
/// <param name="Original">The HPA or ScaledObject.</param>
/// <param name="Replacement">The HPA in its place; null when no metric remains.</param>
internal sealed record ReducedAutoscaler(PlannedObject Original, PlannedObject? Replacement);

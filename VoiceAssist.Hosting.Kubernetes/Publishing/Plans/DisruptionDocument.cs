namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>A disruption budget.</summary>
/// <param name="Name">The object's name.</param>
/// <param name="MinAvailable">Pods that stay up.</param>
/// <param name="BlocksDrainBecause">Why it is meant to block a drain; null: it is not.</param>
internal sealed record DisruptionDocument(string Name, int MinAvailable, string? BlocksDrainBecause);

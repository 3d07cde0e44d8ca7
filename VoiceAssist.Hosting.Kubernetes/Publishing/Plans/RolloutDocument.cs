namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>How pods are replaced; null stands for Kubernetes' default.</summary>
internal sealed record RolloutDocument(bool IsRecreate, string? MaxSurge, string? MaxUnavailable);

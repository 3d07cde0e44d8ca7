namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>How an autoscaler scales in one direction; null stands for Kubernetes' default.</summary>
internal sealed record RulesDocument(double? StabilizationSeconds, string? SelectPolicy, IReadOnlyList<StepDocument> Policies, decimal? Tolerance);

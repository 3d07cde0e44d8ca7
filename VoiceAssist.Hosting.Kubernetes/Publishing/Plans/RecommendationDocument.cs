namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>Vertical recommendations.</summary>
internal sealed record RecommendationDocument(string Name, AmountsDocument? Min, AmountsDocument? Max);

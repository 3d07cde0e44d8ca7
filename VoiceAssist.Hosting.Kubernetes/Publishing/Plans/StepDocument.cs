namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>A limit on how fast an autoscaler scales: so many (<c>Percent</c> or <c>Pods</c>) within a period.</summary>
internal sealed record StepDocument(string Type, int Value, double PeriodSeconds);

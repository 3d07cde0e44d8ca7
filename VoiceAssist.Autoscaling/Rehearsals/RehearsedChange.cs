namespace VoiceAssist.Autoscaling.Rehearsals;

/// <summary>A change of the number of replicas.</summary>
/// <param name="Seconds">When, as in <see cref="RehearsalStatus.Seconds"/>.</param>
/// <param name="From">Replicas before.</param>
/// <param name="To">Replicas after.</param>
/// <param name="Metric">The metric that drove it; empty when none did.</param>
public sealed record RehearsedChange(double Seconds, int From, int To, string Metric);

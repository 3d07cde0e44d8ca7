namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A limit on how fast an autoscaler scales.</summary>
/// <param name="Kind">Percent of the replicas, or pods.</param>
/// <param name="Amount">How many.</param>
/// <param name="Period">Within which time.</param>
/// <param name="Because">Why.</param>
/// <param name="At">Where it was written.</param>
public sealed record ScalingStep(ScalingStepKind Kind, int Amount, TimeSpan Period, string? Because, SourceLocation At);

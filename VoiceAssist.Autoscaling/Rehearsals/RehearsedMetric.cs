namespace VoiceAssist.Autoscaling.Rehearsals;

/// <summary>A metric against its target.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Value">With its unit; null when it did not answer.</param>
/// <param name="Target">With its unit.</param>
/// <param name="PercentOfTarget">100 is the target; null when it did not answer.</param>
/// <param name="Error">Why it did not answer.</param>
public sealed record RehearsedMetric(string Name, string? Value, string Target, double? PercentOfTarget, string? Error);

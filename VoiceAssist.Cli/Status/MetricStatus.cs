namespace VoiceAssist.Cli.Status;

/// <summary>One metric of an autoscaler.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Value">The live value with its unit; null when there is none.</param>
/// <param name="Target">The target with its unit.</param>
/// <param name="PercentOfTarget">The value as a share of the target.</param>
/// <param name="Proposal">The replicas it asks for.</param>
/// <param name="Error">Why there is no value.</param>
internal sealed record MetricStatus(string Name, string? Value, string Target, double? PercentOfTarget, int? Proposal, string? Error)
{
    public override string ToString() => $"{Name} {Value ?? "no answer"} of {Target}";
}

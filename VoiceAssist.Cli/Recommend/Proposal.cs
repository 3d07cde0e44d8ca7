namespace VoiceAssist.Cli.Recommend;

/// <summary>A figure of a policy that should be another one.</summary>
/// <param name="Workload">Of which workload.</param>
/// <param name="Figure">Which, for example <c>cpu request</c>.</param>
/// <param name="Place">Where it is written; null where the policies were not found.</param>
/// <param name="Old">What it is.</param>
/// <param name="New">What it should be.</param>
/// <param name="Reason">Why.</param>
internal sealed record Proposal(string Workload, string Figure, PolicyPlace? Place, string Old, string New, string Reason);

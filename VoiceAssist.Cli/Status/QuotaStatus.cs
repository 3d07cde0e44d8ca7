namespace VoiceAssist.Cli.Status;

/// <summary>One entry of a quota.</summary>
internal sealed record QuotaStatus(string Quota, string Resource, string Used, string Hard, double PercentUsed);

namespace VoiceAssist.Cli.Cluster;

/// <summary>One cause of a refusal.</summary>
internal sealed record FieldCause(string Reason, string Message, string Field);

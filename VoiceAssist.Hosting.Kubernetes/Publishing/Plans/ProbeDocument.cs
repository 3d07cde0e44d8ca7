namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>A probe: a path on a port, or a command.</summary>
internal sealed record ProbeDocument(string? Path, string? Port, IReadOnlyList<string>? Command, double PeriodSeconds, int Failures);

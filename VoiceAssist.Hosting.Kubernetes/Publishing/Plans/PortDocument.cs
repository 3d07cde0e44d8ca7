namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>A port of a workload and of its Service.</summary>
internal sealed record PortDocument(string Name, int Port, bool IsHttp, bool IsExternal);

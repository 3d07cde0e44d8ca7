namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>A port of a workload.</summary>
/// <param name="Name">The endpoint's name.</param>
/// <param name="Port">The port on which the container listens, and that of the Service.</param>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="IsHttp">Whether http is spoken on it.</param>
/// <param name="IsExternal">Whether it may be reached from outside the cluster.</param>
internal sealed record WorkloadPort(string Name, int Port, string Protocol, bool IsHttp, bool IsExternal);

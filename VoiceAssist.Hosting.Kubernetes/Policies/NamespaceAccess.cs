namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A TCP port in another namespace.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Port">The port.</param>
public sealed record NamespaceAccess(string Namespace, int Port);

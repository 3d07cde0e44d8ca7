namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>A workload that another one connects to.</summary>
/// <param name="Name">The other one's name.</param>
/// <param name="Ports">The names of its ports that are used.</param>
internal sealed record WorkloadReference(string Name, IReadOnlyList<string> Ports);

namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>A named volume of a workload.</summary>
/// <param name="Name">Its name, fit for Kubernetes.</param>
/// <param name="MountPath">Where it is in the container.</param>
/// <param name="IsReadOnly">Whether the container may only read it.</param>
internal sealed record WorkloadVolume(string Name, string MountPath, bool IsReadOnly);

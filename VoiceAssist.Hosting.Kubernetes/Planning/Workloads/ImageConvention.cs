namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>What an image needs when it runs without root and with a read-only root file system.</summary>
/// <param name="User">The number of its own user.</param>
/// <param name="Group">The number of that user's group.</param>
/// <param name="Writable">Where it writes.</param>
internal sealed record ImageConvention(long User, long Group, IReadOnlyList<string> Writable);

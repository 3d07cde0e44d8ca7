namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>A directory in which a program may write although its root file system is read-only; it is empty at every start.</summary>
/// <param name="Name">The volume's name.</param>
/// <param name="Path">The directory.</param>
/// <param name="SizeLimit">How much it may hold; null: no limit of its own.</param>
internal sealed record WritablePath(string Name, string Path, string? SizeLimit);

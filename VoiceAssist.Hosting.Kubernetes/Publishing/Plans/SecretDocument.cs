namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>The Secret that must exist before the workloads can start; its values are nowhere in the tree.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Keys">The keys the workloads read.</param>
internal sealed record SecretDocument(string Name, IReadOnlyList<string> Keys);

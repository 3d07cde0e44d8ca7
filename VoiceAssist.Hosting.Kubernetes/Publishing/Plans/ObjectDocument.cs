namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>An object of the environment.</summary>
/// <param name="ApiVersion">Group and version.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The name in the cluster, with the hash of a generated ConfigMap.</param>
/// <param name="Namespace">The namespace; null: the object belongs to the cluster.</param>
/// <param name="Component">The component of the tree it comes from; null: the base.</param>
internal sealed record ObjectDocument(string ApiVersion, string Kind, string Name, string? Namespace, string? Component);

namespace Aspire.Hosting.ApplicationModel;

/// <summary>How many instances of a resource run.</summary>
/// <param name="replicas">0 or more.</param>
public sealed class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    /// <summary>0 or more.</summary>
    public int Replicas { get; } = replicas >= 0
        ? replicas
        : throw new ArgumentOutOfRangeException(nameof(replicas), replicas, "The number of replicas must be 0 or more.");
}

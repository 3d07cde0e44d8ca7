namespace Aspire.Hosting.ApplicationModel;

/// <summary>The instances under which the orchestrator runs a resource; one per replica.</summary>
/// <param name="instances">At least one.</param>
internal sealed class DcpInstancesAnnotation(IReadOnlyList<DcpInstance> instances) : IResourceAnnotation
{
    public IReadOnlyList<DcpInstance> Instances { get; } = instances is { Count: > 0 }
        ? instances
        : throw new ArgumentException("A resource has at least one instance.", nameof(instances));
}

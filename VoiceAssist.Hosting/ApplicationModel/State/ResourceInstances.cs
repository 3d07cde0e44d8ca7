namespace Aspire.Hosting.ApplicationModel;

/// <summary>Reads the names of a resource's instances.</summary>
internal static class ResourceInstances
{
    /// <summary>The names given by the orchestrator; the resource's own name where it has no part in it.</summary>
    public static IReadOnlyList<string> GetInstanceNames(this IResource resource) =>
        resource.TryGetLastAnnotation<DcpInstancesAnnotation>(out var annotation)
            ? [.. annotation.Instances.Select(i => i.Name)]
            : [resource.Name];
}

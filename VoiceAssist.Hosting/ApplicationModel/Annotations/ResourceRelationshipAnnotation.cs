namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a resource relates to another one, for display.</summary>
/// <param name="resource">The other resource.</param>
/// <param name="type"><c>Reference</c>, <c>WaitFor</c>, <c>Parent</c> or a word of one's own.</param>
public sealed class ResourceRelationshipAnnotation(IResource resource, string type) : IResourceAnnotation
{
    /// <summary>The other resource.</summary>
    public IResource Resource { get; } = resource ?? throw new ArgumentNullException(nameof(resource));

    /// <summary><c>Reference</c>, <c>WaitFor</c>, <c>Parent</c> or a word of one's own.</summary>
    public string Type { get; } = type ?? throw new ArgumentNullException(nameof(type));
}

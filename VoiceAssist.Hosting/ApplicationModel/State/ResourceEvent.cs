namespace Aspire.Hosting.ApplicationModel;

/// <summary>An instance of a resource has changed.</summary>
/// <param name="resource">The resource.</param>
/// <param name="resourceId">The instance's name.</param>
/// <param name="snapshot">What is known of it now.</param>
public class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>The instance's name.</summary>
    public string ResourceId { get; } = resourceId;

    /// <summary>What is known of it now.</summary>
    public CustomResourceSnapshot Snapshot { get; } = snapshot;
}

using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource runs and is healthy for the first time; those that wait for it start once the subscribers are done.</summary>
/// <param name="resource">The resource.</param>
/// <param name="services">The app's services.</param>
public class ResourceReadyEvent(IResource resource, IServiceProvider services) : IDistributedApplicationResourceEvent
{
    /// <inheritdoc/>
    public IResource Resource { get; } = resource;

    /// <summary>The app's services.</summary>
    public IServiceProvider Services { get; } = services;
}

using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The endpoints in a resource's connection string are allocated.</summary>
/// <param name="resource">The resource.</param>
/// <param name="services">The app's services.</param>
public class ConnectionStringAvailableEvent(IResource resource, IServiceProvider services) : IDistributedApplicationResourceEvent
{
    /// <inheritdoc/>
    public IResource Resource { get; } = resource;

    /// <summary>The app's services.</summary>
    public IServiceProvider Services { get; } = services;
}

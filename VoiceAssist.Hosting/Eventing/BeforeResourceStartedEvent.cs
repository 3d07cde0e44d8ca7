using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource is about to start: it has waited for what it depends on.</summary>
/// <param name="resource">The resource.</param>
/// <param name="services">The app's services.</param>
public class BeforeResourceStartedEvent(IResource resource, IServiceProvider services) : IDistributedApplicationResourceEvent
{
    /// <inheritdoc/>
    public IResource Resource { get; } = resource;

    /// <summary>The app's services.</summary>
    public IServiceProvider Services { get; } = services;
}

using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The model is complete and nothing has started; the last moment to change it.</summary>
/// <param name="services">The app's services.</param>
/// <param name="model">The app model.</param>
public class BeforeStartEvent(IServiceProvider services, DistributedApplicationModel model) : IDistributedApplicationEvent
{
    /// <summary>The app's services.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>The app model.</summary>
    public DistributedApplicationModel Model { get; } = model;
}

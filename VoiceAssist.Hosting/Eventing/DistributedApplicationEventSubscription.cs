namespace Aspire.Hosting.Eventing;

/// <summary>A subscription, for <see cref="IDistributedApplicationEventing.Unsubscribe"/>.</summary>
/// <param name="callback">What is called.</param>
public class DistributedApplicationEventSubscription(Func<IDistributedApplicationEvent, CancellationToken, Task> callback)
{
    /// <summary>What is called.</summary>
    public Func<IDistributedApplicationEvent, CancellationToken, Task> Callback { get; } = callback;
}

using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a subscriber of resource states gets; no change between its two parts is lost.</summary>
/// <param name="current">The snapshots at the time of subscribing.</param>
/// <param name="changes">The changes after them.</param>
/// <param name="unsubscribe">Ends the subscription.</param>
internal sealed class ResourceSubscription(IReadOnlyList<ResourceEvent> current, ChannelReader<ResourceEvent> changes, Action unsubscribe) : IDisposable
{
    public IReadOnlyList<ResourceEvent> Current { get; } = current;

    public ChannelReader<ResourceEvent> Changes { get; } = changes;

    public void Dispose() => unsubscribe();
}

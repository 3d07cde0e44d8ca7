using System.Collections.Concurrent;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>One address per network; readers wait until theirs is known.</summary>
internal sealed class EndpointAddresses
{
    private readonly ConcurrentDictionary<NetworkIdentifier, ValueSnapshot<AllocatedEndpoint>> _byNetwork = new();

    public AllocatedEndpoint? Find(NetworkIdentifier network) =>
        _byNetwork.TryGetValue(network, out var snapshot) && snapshot.IsValueSet ? snapshot.GetValueAsync().Result : null;

    public Task<AllocatedEndpoint> GetAsync(NetworkIdentifier network, CancellationToken cancellationToken) =>
        For(network).GetValueAsync(cancellationToken);

    public void Set(NetworkIdentifier network, AllocatedEndpoint endpoint) => For(network).SetValue(endpoint);

    /// <summary>Lets readers on that network fail instead of wait.</summary>
    public void Fail(NetworkIdentifier network, Exception exception) => For(network).SetException(exception);

    private ValueSnapshot<AllocatedEndpoint> For(NetworkIdentifier network) => _byNetwork.GetOrAdd(network, static _ => new());
}

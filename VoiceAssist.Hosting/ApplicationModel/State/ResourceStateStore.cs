using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The last snapshot of every instance, and who wants to know when one changes.</summary>
/// <param name="services">For the callbacks of commands.</param>
/// <param name="time">For the time of creation.</param>
internal sealed class ResourceStateStore(IServiceProvider services, TimeProvider time) : IDisposable
{
    // One lock for all: a subscriber gets the current snapshots and every change after them, and no change twice.
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ResourceEvent> _instances = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<IResource, ResourceReadySource> _ready = new(ReferenceEqualityComparer.Instance);
    private readonly List<Channel<ResourceEvent>> _subscribers = [];
    private bool _disposed;

    /// <summary>Makes a new snapshot of the last one and tells it to the subscribers unless it says the same.</summary>
    /// <returns>The last snapshot and the new one; null where nothing changed.</returns>
    /// <exception cref="InvalidOperationException">The id belongs to another resource.</exception>
    public (CustomResourceSnapshot Previous, CustomResourceSnapshot Current)? Publish(
        IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        lock (_lock)
        {
            var known = _instances.GetValueOrDefault(resourceId);
            if (known is not null && known.Resource != resource)
            {
                throw new InvalidOperationException(
                    $"The id '{resourceId}' belongs to the resource '{known.Resource.Name}'; a snapshot of '{resource.Name}' cannot be published under it.");
            }

            var previous = known?.Snapshot ?? SnapshotRules.Initial(resource);
            var next = SnapshotRules.Complete(resource, previous, stateFactory(previous), services, time.GetUtcNow().UtcDateTime);
            if (known is not null && SnapshotContent.Equal(previous, next))
            {
                return null;
            }

            var change = new ResourceEvent(resource, resourceId, next);
            _instances[resourceId] = change;
            if (KnownResourceStates.IsAlive(previous.State?.Text) && !IsAlive(resource))
            {
                ReadySource(resource).Reset();
            }

            foreach (var subscriber in _subscribers)
            {
                subscriber.Writer.TryWrite(change);
            }

            return (previous, next);
        }
    }

    /// <summary>Calls <paramref name="action"/> if the run is still the resource's current one and an instance of it runs.</summary>
    public bool WhileRunning(IResource resource, ResourceRun run, Func<bool> action)
    {
        lock (_lock)
        {
            return ReadySource(resource).Current == run &&
                resource.GetInstanceNames().Any(id => _instances.GetValueOrDefault(id)?.Snapshot.State?.Text == KnownResourceStates.Running) &&
                action();
        }
    }

    /// <summary>An instance by its id, or a resource's only instance by the resource's name.</summary>
    public ResourceEvent? Find(string resourceId)
    {
        lock (_lock)
        {
            if (_instances.TryGetValue(resourceId, out var exact))
            {
                return exact;
            }

            var named = _instances.Values.Where(e => string.Equals(e.Resource.Name, resourceId, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
            return named.Length == 1 ? named[0] : null;
        }
    }

    /// <summary>All instances.</summary>
    public IReadOnlyList<ResourceEvent> All()
    {
        lock (_lock)
        {
            return [.. _instances.Values];
        }
    }

    /// <summary>When the resource is ready.</summary>
    public ResourceReadySource ReadySource(IResource resource)
    {
        lock (_lock)
        {
            if (!_ready.TryGetValue(resource, out var source))
            {
                _ready.Add(resource, source = new());
            }

            return source;
        }
    }

    /// <summary>The current snapshots and every change after them; ends when the store is disposed.</summary>
    public ResourceSubscription Subscribe()
    {
        var changes = Channel.CreateUnbounded<ResourceEvent>(new() { SingleReader = true });
        lock (_lock)
        {
            if (_disposed)
            {
                changes.Writer.Complete();
            }

            _subscribers.Add(changes);
            return new([.. _instances.Values], changes.Reader, () => Unsubscribe(changes));
        }
    }

    /// <inheritdoc cref="Subscribe"/>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var subscription = Subscribe();
        foreach (var current in subscription.Current)
        {
            yield return current;
        }

        await foreach (var change in subscription.Changes.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return change;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _subscribers.ForEach(s => s.Writer.TryComplete());
        }
    }

    private void Unsubscribe(Channel<ResourceEvent> changes)
    {
        lock (_lock)
        {
            _subscribers.Remove(changes);
        }
    }

    private bool IsAlive(IResource resource) =>
        _instances.Values.Any(e => e.Resource == resource && KnownResourceStates.IsAlive(e.Snapshot.State?.Text));
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Publishes what is known of the resources' instances, and waits for it to become what somebody wants.</summary>
public class ResourceNotificationService : IDisposable
{
    private readonly ILogger<ResourceNotificationService> _logger;
    private readonly IServiceProvider _services;
    private readonly ResourceLoggerService _loggers;
    private readonly ResourceStateStore _store;
    private readonly CancellationTokenSource _disposing = new();

    /// <summary>Creates the service.</summary>
    public ResourceNotificationService(
        ILogger<ResourceNotificationService> logger,
        IHostApplicationLifetime hostApplicationLifetime,
        IServiceProvider serviceProvider,
        ResourceLoggerService resourceLoggerService)
    {
        ArgumentNullException.ThrowIfNull(logger);
        ArgumentNullException.ThrowIfNull(serviceProvider);
        ArgumentNullException.ThrowIfNull(resourceLoggerService);
        _ = hostApplicationLifetime; // waits end with the service, not with the host: those who wait want to know how the stop went
        _logger = logger;
        _services = serviceProvider;
        _loggers = resourceLoggerService;
        _store = new(serviceProvider, serviceProvider.GetService<TimeProvider>() ?? TimeProvider.System);
        DefaultWaitBehavior = serviceProvider.GetService<IOptions<ResourceNotificationServiceOptions>>()?.Value.DefaultWaitBehavior
            ?? WaitBehavior.StopOnResourceUnavailable;
    }

    internal WaitBehavior DefaultWaitBehavior { get; }

    /// <summary>Updates all instances of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="stateFactory">Makes the new snapshot of the last one. Must be quick and must not wait for other snapshots.</param>
    public Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Task.WhenAll(resource.GetInstanceNames().Select(id => PublishUpdateAsync(resource, id, stateFactory)));
    }

    /// <summary>Updates one instance of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="resourceId">The instance's name.</param>
    /// <param name="stateFactory">Makes the new snapshot of the last one. Must be quick and must not wait for other snapshots.</param>
    /// <exception cref="InvalidOperationException">The id belongs to another resource.</exception>
    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(resourceId);
        ArgumentNullException.ThrowIfNull(stateFactory);
        if (_store.Publish(resource, resourceId, stateFactory) is var (previous, current) && previous.State?.Text != current.State?.Text)
        {
            _logger.LogDebug("Resource {ResourceName}/{ResourceId} changed state: {Previous} -> {Current}", resource.Name, resourceId, previous.State?.Text, current.State?.Text);
        }

        return Task.CompletedTask;
    }

    /// <summary>The current snapshot of every instance, then each change.</summary>
    public IAsyncEnumerable<ResourceEvent> WatchAsync(CancellationToken cancellationToken = default) => _store.WatchAsync(cancellationToken);

    /// <summary>Finds what is known of an instance.</summary>
    /// <param name="resourceId">An instance's name, or the name of a resource that has one instance.</param>
    /// <param name="resourceEvent">What is known.</param>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        ArgumentNullException.ThrowIfNull(resourceId);
        resourceEvent = _store.Find(resourceId);
        return resourceEvent is not null;
    }

    /// <summary>Waits until an instance of a resource is in a state.</summary>
    /// <param name="resourceName">The resource's name in the model.</param>
    /// <param name="targetState">The state; null for <see cref="KnownResourceStates.Running"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the message says in which state the resource is.</exception>
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [string.IsNullOrEmpty(targetState) ? KnownResourceStates.Running : targetState], cancellationToken);

    /// <summary>Waits until an instance of a resource is in one of several states.</summary>
    /// <returns>The state.</returns>
    /// <inheritdoc cref="WaitForResourceAsync(string, string?, CancellationToken)"/>
    public async Task<string> WaitForResourceAsync(string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targetStates);
        string[] states = [.. targetStates];
        var reached = await FirstAsync(
            resourceName,
            e => e.Snapshot.State?.Text is { } text && states.Contains(text, StringComparer.OrdinalIgnoreCase),
            $"one of the states {string.Join(", ", states)}",
            cancellationToken).ConfigureAwait(false);
        return reached.Snapshot.State!.Text;
    }

    /// <summary>Waits until an instance of a resource fulfils a condition.</summary>
    /// <inheritdoc cref="WaitForResourceAsync(string, string?, CancellationToken)"/>
    public Task<ResourceEvent> WaitForResourceAsync(string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return FirstAsync(resourceName, predicate, "the condition", cancellationToken);
    }

    /// <summary>Waits until an instance of a resource is healthy and the subscribers of its ready event are done.</summary>
    /// <inheritdoc cref="WaitForResourceHealthyAsync(string, WaitBehavior, CancellationToken)"/>
    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, DefaultWaitBehavior, cancellationToken);

    /// <summary>Waits until an instance of a resource is healthy and the subscribers of its ready event are done.</summary>
    /// <param name="resourceName">The resource's name in the model.</param>
    /// <param name="waitBehavior">What happens when it ends or cannot start.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DistributedApplicationException">It ended, could not start, or does not exist, and the wait was to stop then.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the message says in which state the resource is.</exception>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceName);
        var stops = waitBehavior == WaitBehavior.StopOnResourceUnavailable;
        if (stops && _services.GetService<DistributedApplicationModel>() is { } model && !model.Resources.Any(r => IsNamed(r, resourceName)))
        {
            throw new DistributedApplicationException(
                $"Stopped waiting for resource '{resourceName}' to become healthy because it does not exist. Resources: {string.Join(", ", model.Resources.Select(r => r.Name))}.");
        }

        while (true)
        {
            var reached = await FirstAsync(
                resourceName,
                e => e.Snapshot.HealthStatus == HealthStatus.Healthy || (stops && KnownResourceStates.IsUnavailable(e.Snapshot.State?.Text)),
                "health",
                cancellationToken).ConfigureAwait(false);
            if (reached.Snapshot.HealthStatus != HealthStatus.Healthy)
            {
                throw new DistributedApplicationException(
                    $"Stopped waiting for resource '{resourceName}' to become healthy because it {WaitReport.Unavailability(reached.Snapshot)}.");
            }

            if (await Ready(reached.Resource).WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                return _store.Find(reached.ResourceId) ?? reached;
            }
        }
    }

    /// <summary>Waits for everything that a resource waits for, as its <see cref="WaitAnnotation"/>s say.</summary>
    /// <exception cref="DistributedApplicationException">A dependency ended or failed, and the wait was to stop then.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the message says what it was waiting for.</exception>
    public Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new DependencyWait(this, _loggers.GetLogger(resource), resource).RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposing.Cancel();
        _store.Dispose();
        GC.SuppressFinalize(this);
    }

    internal ResourceReadySource Ready(IResource resource) => _store.ReadySource(resource);

    internal bool WhileRunning(IResource resource, ResourceRun run, Func<bool> action) => _store.WhileRunning(resource, run, action);

    internal ResourceSubscription Subscribe() => _store.Subscribe();

    internal IReadOnlyList<ResourceEvent> CurrentStates() => _store.All();

    internal async Task<ResourceEvent> FirstAsync(string resourceName, Func<ResourceEvent, bool> predicate, string goal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resourceName);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_disposing.Token, cancellationToken);
        try
        {
            await foreach (var change in _store.WatchAsync(either.Token).ConfigureAwait(false))
            {
                if (IsNamed(change.Resource, resourceName) && predicate(change))
                {
                    return change;
                }
            }
        }
        catch (OperationCanceledException e)
        {
            throw new OperationCanceledException(WaitReport.Cancelled(resourceName, goal, CurrentStates()), e, cancellationToken);
        }

        throw new OperationCanceledException(WaitReport.Cancelled(resourceName, goal, CurrentStates()));
    }

    private static bool IsNamed(IResource resource, string name) => string.Equals(resource.Name, name, StringComparison.OrdinalIgnoreCase);
}

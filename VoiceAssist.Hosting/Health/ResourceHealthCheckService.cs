using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Health;

/// <summary>Starts and ends the health monitors of resources, and publishes their <see cref="ResourceReadyEvent"/> when they are well for the first time.</summary>
internal sealed class ResourceHealthCheckService(
    ResourceNotificationService notifications,
    HealthCheckRunner checks,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    TimeProvider time,
    ILogger<ResourceHealthCheckService> logger) : BackgroundService
{
    private readonly Dictionary<IResource, (ResourceHealthMonitor Monitor, CancellationTokenSource Stop)> _monitors = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string?> _states = new(StringComparer.OrdinalIgnoreCase);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var change in notifications.WatchAsync(stoppingToken).ConfigureAwait(false))
            {
                Observe(change, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private void Observe(ResourceEvent change, CancellationToken stoppingToken)
    {
        var state = change.Snapshot.State?.Text;
        if (_states.GetValueOrDefault(change.ResourceId) == state)
        {
            return;
        }

        _states[change.ResourceId] = state;
        if (_monitors.TryGetValue(change.Resource, out var running))
        {
            if (change.Resource.GetInstanceNames().All(HasEnded))
            {
                _monitors.Remove(change.Resource);
                running.Stop.Cancel();
                running.Stop.Dispose();
            }
            else
            {
                running.Monitor.Wake();
            }
        }
        else if (state == KnownResourceStates.Running)
        {
            Start(change.Resource, stoppingToken);
        }
    }

    private bool HasEnded(string instanceName) => _states.TryGetValue(instanceName, out var state) && KnownResourceStates.IsTerminal(state);

    private void Start(IResource resource, CancellationToken stoppingToken)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var token = stop.Token;
        var monitor = new ResourceHealthMonitor(resource, notifications, checks, (r, run) => BecameReady(r, run, token), time);
        _monitors[resource] = (monitor, stop);
        _ = Task.Run(() => MonitorAsync(monitor, resource, token), CancellationToken.None);
    }

    private async Task MonitorAsync(ResourceHealthMonitor monitor, IResource resource, CancellationToken stop)
    {
        try
        {
            await monitor.RunAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            logger.LogError(e, "The health monitor of resource '{ResourceName}' ended.", resource.Name);
        }
    }

    private void BecameReady(IResource resource, ResourceRun run, CancellationToken cancellationToken)
    {
        if (notifications.WhileRunning(resource, run, run.TryBegin))
        {
            _ = Task.Run(() => PublishReadyAsync(resource, run, cancellationToken), CancellationToken.None);
        }
    }

    private async Task PublishReadyAsync(IResource resource, ResourceRun run, CancellationToken cancellationToken)
    {
        try
        {
            await eventing.PublishAsync(new ResourceReadyEvent(resource, services), cancellationToken).ConfigureAwait(false);
            run.Complete();
        }
        catch (Exception e)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                logger.LogError(e, "A subscriber of the ready event of resource '{ResourceName}' failed.", resource.Name);
            }

            run.Fail(e);
        }
    }
}

using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>One resource's wait for all it depends on.</summary>
/// <param name="notifications">The states.</param>
/// <param name="logger">The waiting resource's console log.</param>
/// <param name="waiter">The waiting resource.</param>
internal sealed class DependencyWait(ResourceNotificationService notifications, ILogger logger, IResource waiter)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var targets = WaitTarget.Of(waiter);
        if (targets.Count == 0)
        {
            return;
        }

        var pending = new PendingDependencies(notifications, waiter, targets.Select(t => t.InstanceName));
        await pending.ShowAsync().ConfigureAwait(false);
        using var others = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waits = targets.Select(t => WaitAsync(t, pending, others.Token)).ToArray();
        try
        {
            // The first failure decides; the others may never end.
            await foreach (var wait in Task.WhenEach(waits).ConfigureAwait(false))
            {
                await wait.ConfigureAwait(false);
            }
        }
        finally
        {
            await others.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(waits).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WaitAsync(WaitTarget target, PendingDependencies pending, CancellationToken cancellationToken)
    {
        await (target.WaitType switch
        {
            WaitType.WaitUntilHealthy => UntilReadyAsync(target, cancellationToken),
            WaitType.WaitUntilStarted => UntilRunningAsync(target, cancellationToken),
            WaitType.WaitForCompletion => UntilCompleteAsync(target, cancellationToken),
            _ => throw new DistributedApplicationException($"Resource '{waiter.Name}' waits for '{target.Name}' in a way that is not known: {target.WaitType}."),
        }).ConfigureAwait(false);
        logger.LogInformation("Finished waiting for resource '{ResourceName}'.", target.Name);
        await pending.RemoveAsync(target.InstanceName).ConfigureAwait(false);
    }

    private async Task UntilReadyAsync(WaitTarget target, CancellationToken cancellationToken)
    {
        var ready = notifications.Ready(target.Resource);
        do
        {
            await UntilRunningAsync(target, cancellationToken).ConfigureAwait(false);
            if (HealthCheckKeys.Of(target.Resource).Count > 0)
            {
                logger.LogInformation("Waiting for resource '{ResourceName}' to become healthy.", target.Name);
                await UntilAsync(target, s => s.HealthStatus == HealthStatus.Healthy, "health", cancellationToken).ConfigureAwait(false);
            }

            logger.LogInformation("Waiting for resource ready to execute for '{ResourceName}'.", target.Name);
        }
        while (!await IsReadyAsync(ready, target, cancellationToken).ConfigureAwait(false));
    }

    private async Task<bool> IsReadyAsync(ResourceReadySource ready, WaitTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return await ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(
                WaitReport.Cancelled(target.Resource.Name, "the end of its ready handlers", notifications.CurrentStates()), e, cancellationToken);
        }
        catch (Exception e)
        {
            throw Stopped(target, $"preparing it failed: {e.Message.TrimEnd('.')}", e);
        }
    }

    private Task UntilRunningAsync(WaitTarget target, CancellationToken cancellationToken)
    {
        logger.LogInformation("Waiting for resource '{ResourceName}' to enter the '{State}' state.", target.Name, KnownResourceStates.Running);
        return UntilAsync(target, s => s.State?.Text == KnownResourceStates.Running, "the state Running", cancellationToken);
    }

    private async Task UntilAsync(WaitTarget target, Func<CustomResourceSnapshot, bool> reached, string goal, CancellationToken cancellationToken)
    {
        var stops = (target.WaitBehavior ?? notifications.DefaultWaitBehavior) == WaitBehavior.StopOnResourceUnavailable;
        var snapshot = await FirstAsync(target, s => reached(s) || (stops && KnownResourceStates.IsUnavailable(s.State?.Text)), goal, cancellationToken).ConfigureAwait(false);
        if (!reached(snapshot))
        {
            throw Stopped(target, $"it {WaitReport.Unavailability(snapshot)}");
        }
    }

    private async Task UntilCompleteAsync(WaitTarget target, CancellationToken cancellationToken)
    {
        logger.LogInformation("Waiting for resource '{ResourceName}' to complete.", target.Name);
        var snapshot = await FirstAsync(target, s => KnownResourceStates.IsTerminal(s.State?.Text), "its end", cancellationToken).ConfigureAwait(false);
        if (snapshot.State!.Text == KnownResourceStates.FailedToStart)
        {
            throw Stopped(target, "it failed to start");
        }

        if (snapshot.ExitCode is { } code && code != target.ExitCode)
        {
            throw Stopped(target, $"it {WaitReport.Unavailability(snapshot)}, expected {target.ExitCode}");
        }
    }

    private async Task<CustomResourceSnapshot> FirstAsync(WaitTarget target, Func<CustomResourceSnapshot, bool> predicate, string goal, CancellationToken cancellationToken)
    {
        var reached = await notifications.FirstAsync(
            target.Resource.Name, e => e.ResourceId == target.InstanceName && predicate(e.Snapshot), goal, cancellationToken).ConfigureAwait(false);
        return reached.Snapshot;
    }

    private DistributedApplicationException Stopped(WaitTarget target, string reason, Exception? inner = null)
    {
        var message = $"Resource '{waiter.Name}' stopped waiting for dependency resource '{target.Name}' because {reason}.";
        logger.LogError("{Message}", message);
        return inner is null ? new(message) : new(message, inner);
    }
}

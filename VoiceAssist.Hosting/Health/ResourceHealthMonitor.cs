using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Health;

/// <summary>Watches over one resource from its start until all its instances have ended.</summary>
internal sealed class ResourceHealthMonitor(
    IResource resource,
    ResourceNotificationService notifications,
    HealthCheckRunner checks,
    Action<IResource, ResourceRun> becameReady,
    TimeProvider time)
{
    private TaskCompletionSource _wake = NewWake();

    /// <summary>The state of an instance has changed: what is known of its health may not hold any longer.</summary>
    public void Wake() => Volatile.Read(ref _wake).TrySetResult();

    /// <summary>Runs the checks at once and then again and again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var keys = HealthCheckKeys.Of(resource);
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var wake = NewWake();
            Volatile.Write(ref _wake, wake);
            var run = notifications.Ready(resource).Current;
            var started = time.GetTimestamp();
            var reports = await checks.RunAsync(keys, cancellationToken).ConfigureAwait(false);
            failures = IsHealthy(reports) ? 0 : failures + 1;
            await PublishAsync(run, reports).ConfigureAwait(false);
            if (failures == 0)
            {
                becameReady(resource, run);
            }

            var pause = HealthCheckCadence.PauseAfter(failures, starting: !run.Begun);
            await PauseAsync(pause, wake.Task, started, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsHealthy(ImmutableArray<HealthReportSnapshot> reports) => reports.All(r => r.Status == HealthStatus.Healthy);

    private static TaskCompletionSource NewWake() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task PublishAsync(ResourceRun run, ImmutableArray<HealthReportSnapshot> reports) =>
        notifications.PublishUpdateAsync(resource, s => notifications.Ready(resource).Current == run ? s with { HealthReports = reports } : s);

    private async Task PauseAsync(TimeSpan pause, Task wake, long started, CancellationToken cancellationToken)
    {
        await wake.WaitAsync(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        var passed = time.GetElapsedTime(started);
        var soonest = HealthCheckCadence.SoonestRecheck < pause ? HealthCheckCadence.SoonestRecheck : pause;
        if (wake.IsCompletedSuccessfully && passed < soonest)
        {
            await Task.Delay(soonest - passed, time, cancellationToken).ConfigureAwait(false);
        }
    }
}

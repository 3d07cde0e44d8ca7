using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Orchestration;

/// <summary>Tells of a resource that runs but has not become healthy for a while.</summary>
internal sealed class HealthReporter(ResourceNotificationService notifications, FailureReporter failures, TimeProvider time) : BackgroundService
{
    /// <summary>How long a resource may take to become healthy before it is worth a word.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, CancellationTokenSource> _unhealthy = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken).ConfigureAwait(false))
        {
            if (change.Snapshot.HealthStatus is null or HealthStatus.Healthy)
            {
                if (_unhealthy.Remove(change.ResourceId, out var timer))
                {
                    await timer.CancelAsync().ConfigureAwait(false);
                    timer.Dispose();
                }
            }
            else if (!_unhealthy.ContainsKey(change.ResourceId))
            {
                var timer = _unhealthy[change.ResourceId] = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                _ = ReportLaterAsync(change.Resource, change.ResourceId, timer.Token);
            }
        }
    }

    private async Task ReportLaterAsync(IResource resource, string instanceName, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (notifications.TryGetCurrentState(instanceName, out var current))
        {
            var reasons = current.Snapshot.HealthReports.Where(r => r.Status != HealthStatus.Healthy).Select(r => $"{r.Name}: {r.Description ?? "no answer yet"}");
            await failures.ReportAsync(resource, instanceName, $"has not been healthy for {Patience.TotalSeconds} s", string.Join("; ", reasons)).ConfigureAwait(false);
        }
    }
}

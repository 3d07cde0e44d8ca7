using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Logs at Debug whenever an instance's state or health changes: the timeline of a start.</summary>
internal sealed class StateChangeLogger(ResourceNotificationService notifications, ILogger<StateChangeLogger> logger) : BackgroundService
{
    private readonly Dictionary<string, (string? State, HealthStatus? Health)> _last = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!logger.IsEnabled(LogLevel.Debug))
        {
            return;
        }

        await foreach (var change in notifications.WatchAsync(stoppingToken).ConfigureAwait(false))
        {
            var now = (change.Snapshot.State?.Text, change.Snapshot.HealthStatus);
            if (!_last.TryGetValue(change.ResourceId, out var before) || before != now)
            {
                _last[change.ResourceId] = now;
                logger.LogDebug("{Resource} {State} {Health}", change.ResourceId, now.Text, now.HealthStatus);
            }
        }
    }
}

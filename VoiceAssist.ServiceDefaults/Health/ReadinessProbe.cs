using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VoiceAssist.ServiceDefaults.Health;

/// <summary>
/// Answers whether the process can serve. However many ask, the dependencies are looked at once per
/// <see cref="KeepReady"/>, and nobody waits for them longer than <see cref="TimeLimit"/>.
/// </summary>
internal sealed class ReadinessProbe(
    HealthCheckService checks,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<ReadinessProbe> logger)
{
    /// <summary>A good answer holds this long; well below the shortest probe interval of 5 s.</summary>
    public static readonly TimeSpan KeepReady = TimeSpan.FromSeconds(2);

    /// <summary>A bad answer is looked at again sooner, so that a start or a recovery shows at once.</summary>
    public static readonly TimeSpan KeepUnready = TimeSpan.FromMilliseconds(200);

    /// <summary>Kubernetes gives a probe 1 s unless told otherwise.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(900);

    private readonly Lock _lock = new();
    private Task<ReadinessReport>? _running;
    private ReadinessReport? _last;
    private long _lastAt;

    public async Task<ReadinessReport> AskAsync()
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return ReadinessReport.Stopping;
        }

        Task<ReadinessReport> running;
        lock (_lock)
        {
            if (_last is { } last && time.GetElapsedTime(_lastAt) < (last.IsReady ? KeepReady : KeepUnready))
            {
                return last;
            }

            running = _running ??= LookAsync();
        }

        try
        {
            return await running.WaitAsync(TimeLimit, time);
        }
        catch (TimeoutException)
        {
            return ReadinessReport.Of([$"an answer from the dependencies within {TimeLimit.TotalMilliseconds:0} ms"], []);
        }
    }

    private async Task<ReadinessReport> LookAsync()
    {
        // The caller holds the lock until the first await.
        await Task.Yield();
        try
        {
            var health = await checks.CheckHealthAsync();
            return Keep(ReadinessReport.Of(Names(health, HealthStatus.Unhealthy), Names(health, HealthStatus.Degraded)) with { Using = Using(health) });
        }
        finally
        {
            lock (_lock)
            {
                _running = null;
            }
        }
    }

    private ReadinessReport Keep(ReadinessReport report)
    {
        lock (_lock)
        {
            if (_last is null || !_last.Says(report))
            {
                logger.LogInformation("Readiness: {Status}; missing: [{Missing}], degraded: [{Degraded}]",
                    report.Status, string.Join(", ", report.Missing), string.Join(", ", report.Degraded));
            }

            (_last, _lastAt) = (report, time.GetTimestamp());
        }

        return report;
    }

    private static Dictionary<string, string>? Using(HealthReport health)
    {
        var used = health.Entries
            .Where(entry => entry.Value.Data.ContainsKey(ReadinessData.Using))
            .ToDictionary(entry => entry.Key, entry => $"{entry.Value.Data[ReadinessData.Using]}", StringComparer.Ordinal);
        return used.Count == 0 ? null : used;
    }

    private static string[] Names(HealthReport health, HealthStatus status) =>
        [.. health.Entries.Where(entry => entry.Value.Status == status).Select(entry => entry.Key).Order(StringComparer.Ordinal)];
}

using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Processing;

/// <summary>Keeps the figures of the queue at hand, so that a scrape never waits for a server; without an answer the last ones stand.</summary>
internal sealed class QueueMonitor : BackgroundService
{
    /// <summary>Well below the shortest scrape interval of 15 s.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static readonly KeyValuePair<string, object?> Queue = new("queue", QueueNames.Default);

    private readonly JobStore _store;
    private readonly JobQueue _queue;
    private readonly Schema _schema;
    private readonly TimeProvider _time;
    private readonly ILogger<QueueMonitor> _logger;
    private long _depth;
    private long _oldestDueAt = long.MaxValue;

    public QueueMonitor(
        JobStore store, JobQueue queue, Schema schema, JobTelemetry telemetry, TimeProvider time, ILogger<QueueMonitor> logger)
    {
        (_store, _queue, _schema, _time, _logger) = (store, queue, schema, time, logger);
        telemetry.Meter.CreateObservableGauge(Metrics.QueueDepth.Instrument,
            () => new Measurement<long>(Volatile.Read(ref _depth), Queue), Metrics.QueueDepth.Unit, "Jobs waiting.");
        telemetry.Meter.CreateObservableGauge(Metrics.QueueOldestAge.Instrument,
            () => new Measurement<double>(OldestAge().TotalSeconds, Queue), Metrics.QueueOldestAge.Unit, "Age of the oldest waiting job.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _schema.WhenAppliedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var oldest = await _store.OldestWaitingAsync(stoppingToken);
                Volatile.Write(ref _oldestDueAt, oldest?.UtcTicks ?? long.MaxValue);
                Volatile.Write(ref _depth, await _queue.DepthAsync());
            }
            catch (Exception e) when (e is QueueUnavailableException or NpgsqlException)
            {
                _logger.LogDebug("The queue's figures stay as they were: {Reason}", e.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Interval, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private TimeSpan OldestAge()
    {
        var waited = _time.GetUtcNow().UtcTicks - Volatile.Read(ref _oldestDueAt);
        return waited > 0 ? TimeSpan.FromTicks(waited) : TimeSpan.Zero;
    }
}

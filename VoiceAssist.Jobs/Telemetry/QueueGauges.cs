using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;

namespace VoiceAssist.Jobs.Telemetry;

/// <summary>Shows the figures of the queue, as they were last read, and how many jobs this process has in hand.</summary>
internal sealed class QueueGauges : IHostedService
{
    private static readonly KeyValuePair<string, object?> Queue = new("queue", QueueNames.Default);

    public QueueGauges(JobTelemetry telemetry, QueueFigures figures, RunningJobs running, TimeProvider time)
    {
        Gauge(Metrics.QueueDepth, () => new Measurement<long>(figures.Depth, Queue), "Jobs that wait and are due.");
        Gauge(Metrics.QueueOldestAge, () => new Measurement<double>(figures.OldestAge(time.GetUtcNow()).TotalSeconds, Queue), "How long the oldest job has waited.");
        Gauge(Metrics.QueueStaleness, () => new Measurement<double>(figures.Staleness(time.GetUtcNow()).TotalSeconds, Queue), "How long ago depth and age were read.");
        Gauge(Metrics.DeadLetters, () => new Measurement<long>(figures.DeadLetters), "Jobs given up and still kept.");
        Gauge(Metrics.QueueInFlight, () => new Measurement<long>(running.Count), "Jobs that this process has in hand.");

        void Gauge<T>(Metric metric, Func<Measurement<T>> read, string description)
            where T : struct => telemetry.Meter.CreateObservableGauge(metric.Instrument, read, metric.Unit, description);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Telemetry;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Telemetry;

public class QueueMetricsTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_worker_writes_every_metric_of_the_queue_with_few_labels(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString,
            new DelegateHandler("once", (job, _) => job.Attempt == 1 ? throw new InvalidOperationException("no") : Task.FromResult(new JobOutput("{}")))
            {
                Limits = KindLimits.Standard with { FirstBackoff = TimeSpan.FromMilliseconds(1) },
            });
        var seen = new ConcurrentDictionary<(string Instrument, string Labels), double>();
        using var listener = Listen(worker.Get<JobTelemetry>().Meter, seen);

        await gateway.SeeAsync(await gateway.SubmitAsync("once"), JobState.Succeeded);
        await gateway.SeeAsync(await gateway.SubmitAsync("a kind out of nowhere"), JobState.Failed);
        await Eventually.BeAsync("the runs are counted", () => Task.FromResult(seen.ContainsKey((Metrics.JobDuration.Instrument, "kind=unknown"))));
        listener.RecordObservableInstruments();

        Assert.Equal(
            [
                (Metrics.DeadLetters.Instrument, ""), (Metrics.JobDuration.Instrument, "kind=once"), (Metrics.JobDuration.Instrument, "kind=unknown"),
                (Metrics.JobWait.Instrument, "kind=once"), (Metrics.JobWait.Instrument, "kind=unknown"),
                (Metrics.Jobs.Instrument, "kind=once outcome=retried"), (Metrics.Jobs.Instrument, "kind=once outcome=succeeded"),
                (Metrics.Jobs.Instrument, "kind=unknown outcome=failed"), (Metrics.JobsRetried.Instrument, "kind=once"),
                (Metrics.QueueDepth.Instrument, "queue=default"), (Metrics.QueueInFlight.Instrument, ""),
                (Metrics.QueueOldestAge.Instrument, "queue=default"), (Metrics.QueueStaleness.Instrument, "queue=default"),
            ],
            seen.Keys.OrderBy(key => key.Instrument, StringComparer.Ordinal).ThenBy(key => key.Labels, StringComparer.Ordinal));
    }

    private static MeterListener Listen(Meter meter, ConcurrentDictionary<(string Instrument, string Labels), double> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter == meter)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) =>
        {
            // The worker announces every kind with 0 at its start, before or after this listener.
            if (value != 0 || instrument.Name != Metrics.Jobs.Instrument)
            {
                seen[(instrument.Name, Text(labels))] = value;
            }
        });
        listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => seen[(instrument.Name, Text(labels))] = value);
        listener.Start();
        return listener;

        static string Text(ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
            string.Join(' ', labels.ToArray().Select(label => $"{label.Key}={label.Value}"));
    }
}

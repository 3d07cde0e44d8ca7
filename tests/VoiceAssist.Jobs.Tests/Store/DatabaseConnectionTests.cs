using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Tests.Store;

public class DatabaseConnectionTests
{
    [Fact]
    public void A_bare_connection_string_gets_a_small_pool_and_short_time_limits()
    {
        var settings = new NpgsqlConnectionStringBuilder(DatabaseConnection.WithDefaults("Host=db", "gateway"));

        Assert.Equal(
            (DatabaseConnection.PoolSize, DatabaseConnection.ConnectSeconds, DatabaseConnection.CommandSeconds, "gateway", DatabaseConnection.PlannerOptions),
            (settings.MaxPoolSize, settings.Timeout, settings.CommandTimeout, settings.ApplicationName, settings.Options));
    }

    [Fact]
    public void What_the_connection_string_says_itself_is_kept()
    {
        var settings = new NpgsqlConnectionStringBuilder(
            DatabaseConnection.WithDefaults("Host=db;Maximum Pool Size=50;Timeout=30;Application Name=mine", "gateway"));

        Assert.Equal((50, 30, "mine"), (settings.MaxPoolSize, settings.Timeout, settings.ApplicationName));
    }

    [Fact]
    public async Task Npgsqls_metrics_know_the_pool_by_the_application_name()
    {
        var pools = new ConcurrentBag<object?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "Npgsql" && instrument.IsObservable)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, _, labels, _) => Add(labels));
        listener.SetMeasurementEventCallback<long>((_, _, labels, _) => Add(labels));
        listener.SetMeasurementEventCallback<double>((_, _, labels, _) => Add(labels));
        listener.Start();
        await using var database = DatabaseConnection.Open("Host=nowhere.invalid", "a pool of this test", NullLoggerFactory.Instance);

        listener.RecordObservableInstruments();

        Assert.Contains("a pool of this test", pools);
        Assert.DoesNotContain(pools, pool => pool is string text && text.Contains("nowhere.invalid", StringComparison.Ordinal));

        void Add(ReadOnlySpan<KeyValuePair<string, object?>> labels)
        {
            foreach (var label in labels)
            {
                pools.Add(label.Value);
            }
        }
    }
}

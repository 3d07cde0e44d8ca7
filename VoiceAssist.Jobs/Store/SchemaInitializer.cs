using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using VoiceAssist.Jobs.Queue;

namespace VoiceAssist.Jobs.Store;

/// <summary>Applies the migrations in the background, as often as it takes: a start must not fail because Postgres is late.</summary>
internal sealed class SchemaInitializer(Migrator migrator, Schema schema, TimeProvider time, ILogger<SchemaInitializer> logger)
    : BackgroundService
{
    /// <summary>Between two warnings: often enough to be seen in a log, whatever the pauses are.</summary>
    private static readonly TimeSpan WarningInterval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var warnAt = time.GetUtcNow();
        for (var pause = PollPause.Shortest; !stoppingToken.IsCancellationRequested; pause = PollPause.After(pause))
        {
            try
            {
                var applied = await migrator.ApplyAsync(stoppingToken);
                logger.LogInformation("Schema is current, {Count} migrations applied by this process", applied);
                schema.MarkApplied();
                return;
            }
            catch (NpgsqlException e)
            {
                // A refused statement is as good as a lost connection here: the next build or the next minute may mend it.
                var now = time.GetUtcNow();
                logger.Log(now >= warnAt ? LogLevel.Warning : LogLevel.Debug, e, "Schema cannot be brought up to date yet");
                warnAt = now >= warnAt ? now + WarningInterval : warnAt;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Health;

/// <summary>Healthy when Postgres answers and has our schema.</summary>
internal sealed class PostgresHealthCheck(NpgsqlDataSource database, Schema schema) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!schema.IsApplied)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The schema is not applied yet.");
        }

        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException e)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "Postgres does not answer.", e);
        }
    }
}

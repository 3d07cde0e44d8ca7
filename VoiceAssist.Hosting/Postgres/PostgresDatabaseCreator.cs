using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Aspire.Hosting;

/// <summary>Creates the databases of a server that is ready; when deployed, nobody does this (see the image's POSTGRES_DB).</summary>
internal static class PostgresDatabaseCreator
{
    public static async Task CreateAllAsync(PostgresServerResource server, IServiceProvider services, CancellationToken cancellationToken)
    {
        var logger = services.GetRequiredService<ResourceLoggerService>().GetLogger(server);
        var connection = await PostgresHealthCheck.OpenAsync(server, "postgres", cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            foreach (var database in server.Databases.Values)
            {
                await CreateAsync(connection, database, logger, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task CreateAsync(NpgsqlConnection connection, string database, ILogger logger, CancellationToken cancellationToken)
    {
        using var commands = new NpgsqlCommandBuilder();
        var create = new NpgsqlCommand($"CREATE DATABASE {commands.QuoteIdentifier(database)}", connection);
        await using (create.ConfigureAwait(false))
        {
            try
            {
                await create.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                logger.LogInformation("Created database '{Database}'.", database);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateDatabase)
            {
                logger.LogDebug("Database '{Database}' exists.", database);
            }
        }
    }
}

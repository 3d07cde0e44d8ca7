using Npgsql;

namespace VoiceAssist.Jobs.Store;

/// <summary>
/// Brings the schema forward. Whoever starts first does the work; the others wait for its advisory lock and then find it done.
/// A database that is newer than this build is left as it is: during a rolling update old and new run side by side.
/// </summary>
public sealed class Migrator(NpgsqlDataSource database, IReadOnlyList<Migration> migrations)
{
    /// <summary>Any number will do as long as nobody else locks it: "voice" in ASCII.</summary>
    private const long LockKey = 0x766F696365;

    private const string CreateHistory = """
        create table if not exists schema_migrations (
            version    integer primary key,
            name       text not null,
            applied_at timestamptz not null default now()
        )
        """;

    /// <returns>How many migrations this call applied.</returns>
    /// <exception cref="NpgsqlException">The database cannot be reached, or refuses a statement.</exception>
    public async Task<int> ApplyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await IsCurrentAsync(connection, cancellationToken))
        {
            return 0;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({LockKey})", cancellationToken);
        await ExecuteAsync(connection, CreateHistory, cancellationToken);
        var pending = migrations.Skip(await VersionAsync(connection, cancellationToken)).ToList();
        foreach (var migration in pending)
        {
            await ExecuteAsync(connection, migration.Sql, cancellationToken);
            await using var record = new NpgsqlCommand("insert into schema_migrations (version, name) values ($1, $2)", connection);
            record.Parameters.AddWithValue(migration.Version);
            record.Parameters.AddWithValue(migration.Name);
            await record.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return pending.Count;
    }

    private async Task<bool> IsCurrentAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("select to_regclass('schema_migrations') is not null", connection);
        return await exists.ExecuteScalarAsync(cancellationToken) is true
            && await VersionAsync(connection, cancellationToken) >= migrations.Count;
    }

    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var version = new NpgsqlCommand("select coalesce(max(version), 0) from schema_migrations", connection);
        return (int)(await version.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // A migration of a large table, or the wait for another starter's, takes as long as it takes.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

using Npgsql;
using VoiceAssist.Jobs.Store;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Store;

public class MigratorTests(SharedPostgres postgres)
{
    [Fact]
    public async Task Several_starters_at_once_apply_every_migration_once()
    {
        var connection = await postgres.CreateDatabaseAsync();
        await using var database = NpgsqlDataSource.Create(connection);

        var applied = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            new Migrator(database, MigrationCatalog.All).ApplyAsync(CancellationToken.None)));

        Assert.Equal([MigrationCatalog.All.Count], applied.Where(count => count > 0));
        Assert.Equal((long)MigrationCatalog.All.Count, await ScalarAsync(database, "select count(*) from schema_migrations"));
    }

    [Fact]
    public async Task A_later_build_applies_only_what_is_new()
    {
        await using var database = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        Migration first = new(1, "one", "create table one (id int)");
        Migration second = new(2, "two", "create table two (id int)");
        await new Migrator(database, [first]).ApplyAsync(CancellationToken.None);

        Assert.Equal(1, await new Migrator(database, [first, second]).ApplyAsync(CancellationToken.None));
        Assert.Equal(0, await new Migrator(database, [first, second]).ApplyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_older_build_leaves_a_newer_schema_alone()
    {
        await using var database = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        Migration first = new(1, "one", "create table one (id int)");
        await new Migrator(database, [first, new(2, "two", "create table two (id int)")]).ApplyAsync(CancellationToken.None);

        Assert.Equal(0, await new Migrator(database, [first]).ApplyAsync(CancellationToken.None));
        Assert.Equal(2, await ScalarAsync(database, "select max(version) from schema_migrations"));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_behind()
    {
        await using var database = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        Migration first = new(1, "one", "create table one (id int)");

        await Assert.ThrowsAsync<PostgresException>(() =>
            new Migrator(database, [first, new(2, "two", "create tabel two (id int)")]).ApplyAsync(CancellationToken.None));

        Assert.Equal(true, await ScalarAsync(database, "select to_regclass('one') is null and to_regclass('schema_migrations') is null"));
    }

    [Fact]
    public async Task A_migration_may_take_longer_than_any_other_statement()
    {
        var settings = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync()) { CommandTimeout = 4 };
        await using var database = NpgsqlDataSource.Create(settings.ConnectionString);

        Assert.Equal(1, await new Migrator(database, [new(1, "slow", "select pg_sleep(5)")]).ApplyAsync(CancellationToken.None));
    }

    public static TheoryData<int> EarlierVersions => [.. Enumerable.Range(0, MigrationCatalog.All.Count)];

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public async Task From_every_earlier_version_the_schema_comes_to_be_the_same(int version)
    {
        await using var fresh = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await using var grown = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await new Migrator(fresh, MigrationCatalog.All).ApplyAsync(CancellationToken.None);

        await new Migrator(grown, [.. MigrationCatalog.All.Take(version)]).ApplyAsync(CancellationToken.None);
        if (version == 1)
        {
            // Its runs have no lease yet, and somebody has to recover them.
            await ScalarAsync(grown, """
                insert into jobs (id, kind, state, payload, attempts, created_at, due_at)
                select gen_random_uuid(), 'kind', state, '{}', 1, now(), now() from unnest(array['queued', 'running', 'succeeded', 'failed']) as state
                """);
        }

        await new Migrator(grown, MigrationCatalog.All).ApplyAsync(CancellationToken.None);

        Assert.Equal(await ScalarAsync(fresh, Description), await ScalarAsync(grown, Description));
        Assert.Equal(version == 1 ? 1L : 0L, await ScalarAsync(grown, "select count(*) from jobs where state = 'running' and lease_until <= now()"));
    }

    /// <summary>Every column, constraint and index, as text.</summary>
    private const string Description = """
        select string_agg(line, E'\n' order by line) from (
            select format('%s.%s %s %s', table_name, column_name, data_type, column_default) from information_schema.columns where table_schema = 'public'
            union all select pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
            union all select indexdef from pg_indexes where schemaname = 'public') as lines (line)
        """;

    private static async Task<object?> ScalarAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}

using Npgsql;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests;

/// <summary>One gateway process for the tests of a class, on a developer's terms: no key is needed. Started when the first one asks.</summary>
public class SharedGateway(SharedPostgres postgres) : IAsyncDisposable
{
    private string? _database;
    private NpgsqlDataSource? _source;
    private RedisServer? _redis;
    private Workload? _gateway;

    /// <summary>Variables beside the connections.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>();

    public async Task<Workload> WorkloadAsync()
    {
        _database ??= await postgres.CreateDatabaseAsync();
        _redis ??= await RedisServer.StartAsync(RedisFlavor.Redis);
        _gateway ??= await Workload.StartAsync("VoiceAssist.Gateway", _database, _redis.ConnectionString, Environment);
        return await _gateway.ReadyAsync();
    }

    public async Task<HttpClient> ClientAsync() => (await WorkloadAsync()).Client;

    /// <summary>Changes the record behind the gateway's back, as a worker would.</summary>
    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }

        if (_source is not null)
        {
            await _source.DisposeAsync();
        }

        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = (_source ??= NpgsqlDataSource.Create(_database!)).CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}

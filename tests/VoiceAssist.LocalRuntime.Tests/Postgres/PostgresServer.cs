using Npgsql;
using VoiceAssist.LocalRuntime.Tests.Support;

namespace VoiceAssist.LocalRuntime.Tests.Postgres;

/// <summary>The embedded Postgres as the orchestrator starts it.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    public const string Password = "it's (a) \"test\"+! \\x";
    public const string Database = "voiceassist";

    private readonly Command _script;
    private readonly int _port;
    private readonly string _data;

    private PostgresServer(Command script, int port, string data) => (_script, _port, _data) = (script, port, data);

    public string Log => _script.Output;

    public Command Script => _script;

    /// <summary>The process id of Postgres itself.</summary>
    public int ServerId => int.Parse(File.ReadLines(Path.Combine(_data, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Starts the script without waiting for anything.</summary>
    public static PostgresServer Launch(string data, string password = Password)
    {
        int port = FreePort.Take();
        Command script = Command.Start(
            Path.Combine(Repository.Root, "VoiceAssist.AppHost/Infrastructure/postgres.sh"),
            [AcquiredRuntime.PostgresDirectory, data, $"{port}"],
            new Dictionary<string, string?> { ["POSTGRES_PASSWORD"] = password, ["POSTGRES_DB"] = Database });
        return new(script, port, data);
    }

    public static async Task<PostgresServer> StartAsync(string data, string password = Password)
    {
        PostgresServer server = Launch(data, password);
        try
        {
            await server._script.WaitForOutputAsync("database system is ready to accept connections");
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task<NpgsqlConnection> ConnectAsync(string password = Password)
    {
        NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = _port,
            Username = "postgres",
            Password = password,
            Database = Database,
            Pooling = false,
        }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async Task<object?> QueryAsync(string sql, string password = Password)
    {
        await using NpgsqlConnection connection = await ConnectAsync(password);
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Sends SIGTERM and returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await _script.SignalAsync("TERM");
        return await _script.WaitForExitAsync();
    }

    public ValueTask DisposeAsync() => _script.DisposeAsync();
}

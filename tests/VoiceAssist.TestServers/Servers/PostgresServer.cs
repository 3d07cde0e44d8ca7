using System.Globalization;
using Npgsql;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.TestServers.Servers;

/// <summary>A real PostgreSQL with empty data. One server holds the databases of many tests.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "postgres";
    private const int Interrupt = 2;

    private static readonly string[] FastOptions = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];

    /// <summary>The server's own settings but for the size of its log, which is far too small for a load.</summary>
    private static readonly string[] DurableOptions = ["-c", "max_wal_size=4GB", "-c", "shared_buffers=512MB"];

    private readonly string _home;
    private readonly ServerFolder _folder = new("postgres");
    private readonly bool _durable;
    private readonly int _port = Loopback.FreePort();
    private ChildProcess? _process;

    private PostgresServer(string home, bool durable) => (_home, _durable) = (home, durable);

    /// <param name="durable">Whether a commit waits for the disk, as in production; tests need not.</param>
    public static async Task<PostgresServer> StartAsync(bool durable = false)
    {
        var server = new PostgresServer(Binaries.PostgresHome(), durable);
        try
        {
            await server.InitializeAsync();
            await server.ResumeAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <returns>A connection string in Npgsql's form.</returns>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username={User};Database={database}";

    /// <summary>Creates an empty database with a name of its own.</summary>
    /// <returns>The connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"voiceassist_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name}", connection);
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Shuts it down at once; every connection breaks. The data stays.</summary>
    public async Task PauseAsync()
    {
        await _process!.SignalAsync(Interrupt);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Starts it on its port and data, and waits until it answers.</summary>
    public async Task ResumeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _process = await ChildProcess.StartAsync(
            Path.Combine(_home, "bin", "postgres"),
            [
                "-D", DataFolder, "-p", _port.ToString(CultureInfo.InvariantCulture),
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                "-c", "max_connections=200", .. _durable ? DurableOptions : FastOptions,
            ],
            folder: _folder.Path,
            unprivileged: true);
        await Eventually.BeAsync("Postgres answers", AnswersAsync, () => _process.Output);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Dispose();
    }

    private string DataFolder => Path.Combine(_folder.Path, "data");

    private async Task InitializeAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await ChildProcess.RunAsync("chown", [$"{ChildProcess.UnprivilegedId}:{ChildProcess.UnprivilegedId}", _folder.Path]);
        }

        await ChildProcess.RunAsync(
            Path.Combine(_home, "bin", "initdb"), ["-D", DataFolder, "-U", User, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"],
            unprivileged: true);
    }

    private async Task<bool> AnswersAsync()
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"Postgres did not start:\n{_process.Output}");
        }

        try
        {
            await using var connection = new NpgsqlConnection($"{ConnectionString("postgres")};Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}

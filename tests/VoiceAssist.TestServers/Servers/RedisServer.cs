using System.Globalization;
using StackExchange.Redis;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.TestServers.Servers;

/// <summary>A real Redis, Valkey or Garnet, with a password and without persistence.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Password = "only-for-tests";

    private readonly string _file;
    private readonly string _folder = Directory.CreateTempSubdirectory("voiceassist-redis-").FullName;
    private readonly int _port = Loopback.FreePort();
    private ChildProcess? _process;

    private RedisServer(RedisFlavor flavor, string file) => (Flavor, _file) = (flavor, file);

    public RedisFlavor Flavor { get; }

    /// <summary>In StackExchange.Redis' form.</summary>
    public string ConnectionString => $"127.0.0.1:{_port},password={Password}";

    public static async Task<RedisServer> StartAsync(RedisFlavor flavor)
    {
        var server = Create(flavor);
        try
        {
            await server.ResumeAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <returns>A server that is not running yet; <see cref="ResumeAsync"/> starts it.</returns>
    public static RedisServer Create(RedisFlavor flavor) =>
        new(flavor, flavor switch
        {
            RedisFlavor.Garnet => Binaries.Garnet(),
            RedisFlavor.Valkey => Binaries.ValkeyServer(),
            _ => Binaries.RedisServer(),
        });

    /// <summary>Kills it; whatever it held is gone.</summary>
    public async Task KillAsync()
    {
        await _process!.DisposeAsync();
        _process = null;
    }

    /// <summary>Starts it, empty, on its port, and waits until it answers.</summary>
    public async Task ResumeAsync()
    {
        var isLibrary = _file.EndsWith(".dll", StringComparison.Ordinal);
        _process = await ChildProcess.StartAsync(
            isLibrary ? "dotnet" : _file, isLibrary ? [_file, .. Arguments()] : Arguments(), folder: _folder);
        await Eventually.BeAsync($"{Flavor} answers", AnswersAsync, () => _process.Output);
    }

    /// <summary>Empties it, as an eviction or a restart would.</summary>
    public Task FlushAsync() => WithConnectionAsync(async connection =>
    {
        await connection.GetServers()[0].FlushAllDatabasesAsync();
        return true;
    });

    /// <summary>Runs something on a connection of its own.</summary>
    public async Task<T> WithConnectionAsync<T>(Func<IConnectionMultiplexer, Task<T>> action)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{ConnectionString},allowAdmin=true,connectTimeout=1000");
        return await action(connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string[] Arguments()
    {
        var port = _port.ToString(CultureInfo.InvariantCulture);
        return Flavor == RedisFlavor.Garnet
            ? ["--bind", "127.0.0.1", "--port", port, "--auth", "Password", "--password", Password, "--lua", "--lua-transaction-mode"]
            : ["--bind", "127.0.0.1", "--port", port, "--requirepass", Password, "--save", "", "--appendonly", "no", "--dir", _folder];
    }

    private async Task<bool> AnswersAsync()
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"{Flavor} did not start:\n{_process.Output}");
        }

        try
        {
            return await WithConnectionAsync(async connection => await connection.GetDatabase().PingAsync() > TimeSpan.Zero);
        }
        catch (RedisException)
        {
            return false;
        }
    }
}

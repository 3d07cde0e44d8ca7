using System.Globalization;
using StackExchange.Redis;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.TestServers.Servers;

/// <summary>A real Redis, Valkey or Garnet, with a password and without persistence.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Password = "only-for-tests";

    private readonly string _file;
    private readonly ServerFolder _folder = new("redis");
    private readonly int _port = Loopback.FreePort();
    private ChildProcess? _process;

    private RedisServer(RedisFlavor flavor, string file) => (Flavor, _file) = (flavor, file);

    public RedisFlavor Flavor { get; }

    /// <summary>In StackExchange.Redis' form, with patience for a machine that is busy with something else.</summary>
    public string ConnectionString => $"127.0.0.1:{_port},password={Password},connectTimeout=20000,asyncTimeout=60000,syncTimeout=60000";

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
            isLibrary ? "dotnet" : _file, isLibrary ? [_file, .. Arguments()] : Arguments(), folder: _folder.Path);
        await Eventually.BeAsync($"{Flavor} answers", AnswersAsync, () => _process.Output);
    }

    /// <summary>Kills it, and starts it again after the action, however that ends: others may share it.</summary>
    public async Task WhileDownAsync(Func<Task> action)
    {
        await KillAsync();
        try
        {
            await action();
        }
        finally
        {
            await ResumeAsync();
        }
    }

    /// <summary>Empties it, as an eviction or a restart would.</summary>
    public Task FlushAsync() => WithConnectionAsync(async connection =>
    {
        await connection.GetServers()[0].FlushAllDatabasesAsync();
        return true;
    });

    /// <summary>Runs something on a connection of its own.</summary>
    public async Task<T> WithConnectionAsync<T>(Func<IConnectionMultiplexer, Task<T>> action, string settings = "allowAdmin=true")
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{ConnectionString},{settings}");
        return await action(connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Dispose();
    }

    private string[] Arguments()
    {
        var port = _port.ToString(CultureInfo.InvariantCulture);
        return Flavor == RedisFlavor.Garnet
            ? ["--bind", "127.0.0.1", "--port", port, "--auth", "Password", "--password", Password, "--lua", "--lua-transaction-mode"]
            : ["--bind", "127.0.0.1", "--port", port, "--requirepass", Password, "--save", "", "--appendonly", "no", "--dir", _folder.Path];
    }

    private async Task<bool> AnswersAsync()
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"{Flavor} did not start:\n{_process.Output}");
        }

        try
        {
            return await WithConnectionAsync(async connection => await connection.GetDatabase().PingAsync() > TimeSpan.Zero, "connectTimeout=500,connectRetry=1");
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return false;
        }
    }
}

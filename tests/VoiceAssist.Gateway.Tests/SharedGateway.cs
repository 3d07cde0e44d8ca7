using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests;

/// <summary>One gateway process for the tests of a class that leave no traces; started when the first one asks.</summary>
public sealed class SharedGateway(SharedPostgres postgres) : IAsyncDisposable
{
    private RedisServer? _redis;
    private Workload? _gateway;

    public async Task<HttpClient> ClientAsync()
    {
        _redis ??= await RedisServer.StartAsync(RedisFlavor.Redis);
        _gateway ??= await Workload.StartAsync("VoiceAssist.Gateway", await postgres.CreateDatabaseAsync(), _redis.ConnectionString);
        return (await _gateway.ReadyAsync()).Client;
    }

    public async ValueTask DisposeAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }

        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }
    }
}

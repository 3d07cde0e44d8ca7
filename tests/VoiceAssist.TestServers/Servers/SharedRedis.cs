namespace VoiceAssist.TestServers.Servers;

/// <summary>
/// A Redis and a Garnet for the tests of one class, which run one after the other; each started when a test first asks.
/// </summary>
public sealed class SharedRedis : IAsyncDisposable
{
    private readonly Dictionary<RedisFlavor, RedisServer> _servers = [];

    /// <returns>The server, empty.</returns>
    public async Task<RedisServer> EmptyAsync(RedisFlavor flavor)
    {
        if (_servers.TryGetValue(flavor, out var server))
        {
            await server.FlushAsync();
            return server;
        }

        return _servers[flavor] = await RedisServer.StartAsync(flavor);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }
    }
}

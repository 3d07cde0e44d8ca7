using Npgsql;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests.Restarting;

[Collection(nameof(AloneGroup))]
public class RollingRestartTests(SharedPostgres postgres)
{
    private const int PerSecond = 200;

    [Fact]
    public async Task A_rolling_restart_under_load_fails_no_request()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        var running = new Dictionary<string, Workload> { ["a"] = await GatewayAsync(database, redis), ["b"] = await GatewayAsync(database, redis) };
        try
        {
            await using var proxy = await ReadyProxy.StartAsync(Addresses(running));
            await using var load = new SteadyLoad(proxy.Address, PerSecond, ApiKeyPair.Mobile);

            foreach (var name in running.Keys.ToList())
            {
                // As a Deployment with maxSurge 1 and maxUnavailable 0: the new one is ready before the old one goes.
                var old = running[name];
                running[$"{name}, new"] = await GatewayAsync(database, redis);
                proxy.Use(Addresses(running));
                await old.TerminateAsync();
                Assert.Equal(0, await old.ExitAsync());
                running.Remove(name);
                proxy.Use(Addresses(running));
                await old.DisposeAsync();
            }

            var sent = await load.StopAsync();
            Assert.Empty(load.Failures);
            Assert.Equal(sent, await CountAsync(database));
            TestContext.Current.TestOutputHelper?.WriteLine($"{sent} requests, none failed");
        }
        finally
        {
            foreach (var gateway in running.Values)
            {
                await gateway.DisposeAsync();
            }
        }
    }

    private static async Task<Workload> GatewayAsync(string database, RedisServer redis) =>
        await (await Workload.StartAsync("VoiceAssist.Gateway", database, redis.ConnectionString, new Dictionary<string, string?>(ApiKeyPair.Guarded)
        {
            ["RateLimit__RequestsPerSecond"] = "1000",
            ["RateLimit__Burst"] = "1000",
            ["Admission__MaxDepth"] = "1000000",
        })).ReadyAsync();

    private static Dictionary<string, Uri> Addresses(Dictionary<string, Workload> gateways) =>
        gateways.ToDictionary(gateway => gateway.Key, gateway => gateway.Value.Client.BaseAddress!);

    private static async Task<int> CountAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select count(*)::int from jobs");
        return (int)(await command.ExecuteScalarAsync())!;
    }
}

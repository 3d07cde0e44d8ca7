using System.Net;
using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests.Health;

public class HealthTests(SharedPostgres postgres)
{
    public static TheoryData<string> Workloads => ["VoiceAssist.Gateway", "VoiceAssist.Worker"];

    [Theory]
    [MemberData(nameof(Workloads))]
    public async Task Without_Postgres_a_workload_is_alive_but_not_ready_and_says_so(string project)
    {
        await using var database = await PostgresServer.StartAsync();
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var workload = await Workload.StartAsync(project, await database.CreateDatabaseAsync(), redis.ConnectionString);
        await workload.ReadyAsync();

        await database.PauseAsync();

        await MissingAsync(workload, ResourceNames.Postgres);
        Assert.Equal(HttpStatusCode.OK, await workload.StatusAsync(EndpointPaths.Health));
        await database.ResumeAsync();
        await workload.ReadyAsync();
    }

    [Fact]
    public async Task Without_Redis_the_worker_is_not_ready_and_says_so()
    {
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var worker = await Workload.StartAsync("VoiceAssist.Worker", await postgres.CreateDatabaseAsync(), redis.ConnectionString);
        await worker.ReadyAsync();

        await redis.KillAsync();

        await MissingAsync(worker, ResourceNames.Redis);
        Assert.Equal(HttpStatusCode.OK, await worker.StatusAsync(EndpointPaths.Health));
    }

    [Fact]
    public async Task Without_Redis_the_gateway_is_ready_and_says_that_it_is_degraded()
    {
        await using var gateway = await Workload.StartAsync(
            "VoiceAssist.Gateway", await postgres.CreateDatabaseAsync(), $"127.0.0.1:{Loopback.FreePort()}");

        Assert.Equal($$"""{"status":"ready","missing":[],"degraded":["{{ResourceNames.Redis}}"]}""", await gateway.ReadinessAsync());
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    [InlineData("Staging")]
    public async Task Health_and_metrics_are_there_in_every_environment(string environment)
    {
        await using var gateway = await Workload.StartAsync(
            "VoiceAssist.Gateway", await postgres.CreateDatabaseAsync(), $"127.0.0.1:{Loopback.FreePort()}",
            new Dictionary<string, string?>(ApiKeyPair.Guarded) { ["ASPNETCORE_ENVIRONMENT"] = environment });
        await gateway.ReadyAsync();

        Assert.Equal(HttpStatusCode.OK, await gateway.StatusAsync(EndpointPaths.Metrics));
    }

    [Fact]
    public async Task After_SIGTERM_the_gateway_is_unready_at_once_but_serves_while_it_drains()
    {
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var gateway = await Workload.StartAsync(
            "VoiceAssist.Gateway", await postgres.CreateDatabaseAsync(), redis.ConnectionString,
            new Dictionary<string, string?>(ApiKeyPair.Guarded) { ["Shutdown__DrainDelay"] = "00:05:00" });
        await gateway.ReadyAsync();

        await gateway.TerminateAsync();

        await Eventually.BeAsync("the gateway is unready",
            async () => await gateway.StatusAsync(EndpointPaths.Ready) == HttpStatusCode.ServiceUnavailable);
        await gateway.Client.SubmitAsync("what time is it", key: ApiKeyPair.Mobile);
        Assert.Equal(HttpStatusCode.OK, await gateway.StatusAsync(EndpointPaths.Health));
    }

    [Theory]
    [MemberData(nameof(Workloads))]
    public async Task An_idle_workload_ends_on_SIGTERM_with_0(string project)
    {
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var workload = await Workload.StartAsync(project, await postgres.CreateDatabaseAsync(), redis.ConnectionString);
        await workload.ReadyAsync();

        await workload.TerminateAsync();

        Assert.Equal(0, await workload.ExitAsync());
    }

    [Theory]
    [MemberData(nameof(Workloads))]
    public async Task A_workload_whose_servers_never_came_ends_on_SIGTERM_with_0(string project)
    {
        var postgresPort = Loopback.FreePort();
        await using var workload = await Workload.StartAsync(
            project, $"Host=127.0.0.1;Port={postgresPort};Username=nobody;Database=none", $"127.0.0.1:{Loopback.FreePort()}");

        await workload.TerminateAsync();

        Assert.Equal(0, await workload.ExitAsync());
    }

    private static Task MissingAsync(Workload workload, string resource) => Eventually.BeAsync(
        $"{workload.Name} misses {resource}",
        async () =>
        {
            using var response = await workload.Client.GetAsync(new Uri(EndpointPaths.Ready, UriKind.Relative));
            return response.StatusCode == HttpStatusCode.ServiceUnavailable
                && (await response.Content.ReadAsStringAsync()).Contains($"\"{resource}\"", StringComparison.Ordinal);
        },
        () => workload.Output);
}

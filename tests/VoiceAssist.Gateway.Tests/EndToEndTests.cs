using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests;

/// <summary>Gateway and workers as processes on real servers.</summary>
public class EndToEndTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    public static TheoryData<RedisFlavor> Flavors => [.. Enum.GetValues<RedisFlavor>()];

    [Theory]
    [MemberData(nameof(Flavors))]
    public async Task A_text_command_is_accepted_and_answered(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), (await servers.EmptyAsync(flavor)).ConnectionString);
        await using var gateway = await Workload.StartAsync("VoiceAssist.Gateway", database, redis);
        await using var worker = await Workload.StartAsync("VoiceAssist.Worker", database, redis);
        await gateway.ReadyAsync();

        var job = await gateway.Client.DoneAsync(await gateway.Client.SubmitAsync("Set a timer for five minutes, please!"));

        Assert.Equal((JobKinds.Command, JobState.Succeeded, 1), (job.Kind, job.State, job.Attempts));
        var command = job.Command();
        Assert.Equal(("timer.set", "300", "Timer set for 5 minutes."), (command.Intent, command.Slots["seconds"], command.Answer));
    }

    [Fact]
    public async Task A_job_accepted_while_Redis_is_down_is_answered_after_it_is_back()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var gateway = await Workload.StartAsync("VoiceAssist.Gateway", database, redis.ConnectionString);
        await using var worker = await Workload.StartAsync("VoiceAssist.Worker", database, redis.ConnectionString);
        await gateway.ReadyAsync();
        await redis.KillAsync();

        var location = await gateway.Client.SubmitAsync("what time is it");
        await redis.ResumeAsync();

        Assert.Equal("clock.time", (await gateway.Client.DoneAsync(location)).Command().Intent);
    }

    [Fact]
    public async Task One_trace_spans_gateway_and_worker()
    {
        const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        var (database, redis) = (await postgres.CreateDatabaseAsync(), (await servers.EmptyAsync(RedisFlavor.Redis)).ConnectionString);
        await using var collector = await TraceCollector.StartAsync();
        await using var gateway = await Workload.StartAsync("VoiceAssist.Gateway", database, redis, collector.Environment("the-gateway"));
        await using var worker = await Workload.StartAsync("VoiceAssist.Worker", database, redis, collector.Environment("the-worker"));
        await gateway.ReadyAsync();

        await gateway.Client.DoneAsync(await gateway.Client.SubmitAsync("turn on the lights", $"00-{TraceId}-00f067aa0ba902b7-01"));

        await Eventually.BeAsync("the gateway's span has arrived", () => Task.FromResult(collector.Holds("the-gateway", "submit command", TraceId)));
        await Eventually.BeAsync("the worker's span has arrived", () => Task.FromResult(collector.Holds("the-worker", "process command", TraceId)));
    }

    [Fact]
    public async Task The_worker_exports_every_metric_of_the_contract()
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), (await servers.EmptyAsync(RedisFlavor.Redis)).ConnectionString);
        await using var gateway = await Workload.StartAsync("VoiceAssist.Gateway", database, redis);
        await using var worker = await Workload.StartAsync("VoiceAssist.Worker", database, redis);
        await gateway.ReadyAsync();
        await gateway.Client.DoneAsync(await gateway.Client.SubmitAsync("what is the date"));

        var (fromGateway, fromWorker) = (await ScrapeAsync(gateway), await ScrapeAsync(worker));

        Assert.Contains($"{Metrics.RequestDuration.Exported}_count", fromGateway, StringComparison.Ordinal);
        foreach (var name in new[]
        {
            Metrics.QueueDepth.Exported, Metrics.QueueOldestAge.Exported, Metrics.QueueInFlight.Exported, Metrics.Jobs.Exported,
            $"{Metrics.JobDuration.Exported}_bucket", $"{Metrics.JobWait.Exported}_bucket",
        })
        {
            Assert.Contains($"\n{name}{{", fromWorker, StringComparison.Ordinal);
        }
    }

    private static async Task<string> ScrapeAsync(Workload workload) =>
        await workload.Client.GetStringAsync(new Uri(EndpointPaths.Metrics, UriKind.Relative));
}

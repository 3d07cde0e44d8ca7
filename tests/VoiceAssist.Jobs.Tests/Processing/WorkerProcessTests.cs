using System.Globalization;
using System.Net;
using System.Text.Json;
using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Jobs.Tests.Processing;

/// <summary>A real worker process, stopped by a real SIGTERM in the middle of a job.</summary>
public class WorkerProcessTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voiceassist-gate-").FullName;

    private string Gate => Path.Combine(_folder, "open");

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task It_finishes_the_job_and_exits_with_0(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await StartAsync(database, redis, inFlight: "00:00:30");
        var job = await SubmitAsync(gateway);

        await worker.TerminateAsync();
        await File.WriteAllTextAsync(Gate, "");

        Assert.Equal(0, await worker.ExitAsync());
        Assert.Equal(JobState.Succeeded, (await gateway.Store.FindAsync(job, CancellationToken.None))!.State);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task It_hands_back_what_outlasts_the_budget_and_exits_with_0(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await StartAsync(database, redis, inFlight: "00:00:00.1");
        var job = await SubmitAsync(gateway);

        await worker.TerminateAsync();

        Assert.Equal(0, await worker.ExitAsync());
        Assert.Equal(JobState.Queued, (await gateway.Store.FindAsync(job, CancellationToken.None))!.State);
        Assert.Equal([job], (await gateway.Get<Jobs.Queue.JobQueue>().TakeAsync(10)).Select(taken => taken.Id));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Of_20_jobs_in_flight_each_is_done_or_handed_back_and_another_worker_has_it_at_once(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await StartAsync(database, redis, inFlight: "00:00:06", concurrency: 20);
        var (quick, stuck) = (new List<Guid>(), new List<Guid>());
        for (var i = 0; i < 10; i++)
        {
            quick.Add(await SubmitAsync(gateway));
            stuck.Add(await SubmitAsync(gateway, Path.Combine(_folder, "never")));
        }

        await worker.TerminateAsync();
        await File.WriteAllTextAsync(Gate, "");

        Assert.Equal(0, await worker.ExitAsync());
        Assert.All(quick, job => Assert.Equal(JobState.Succeeded, gateway.Store.FindAsync(job, CancellationToken.None).Result!.State));
        Assert.Equal(stuck.Order(), (await gateway.Get<Jobs.Queue.JobQueue>().TakeAsync(20)).Select(taken => taken.Id).Order());
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task While_it_finishes_it_says_that_it_is_not_ready_and_can_be_scraped(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await StartAsync(database, redis, inFlight: "00:00:30");
        await SubmitAsync(gateway);

        await worker.TerminateAsync();

        await Eventually.BeAsync("it is not ready", async () =>
            (await worker.Client.GetAsync(new Uri(EndpointPaths.Ready, UriKind.Relative))).StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.Contains(Metrics.QueueInFlight.Exported, await worker.Client.GetStringAsync(new Uri(EndpointPaths.Metrics, UriKind.Relative)), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Gate, "");
        Assert.Equal(0, await worker.ExitAsync());
    }

    private static Task<Workload> StartAsync(string database, RedisServer redis, string inFlight, int concurrency = 8) => Workload.StartAsync(
        "VoiceAssist.TestWorker", database, redis.ConnectionString, new Dictionary<string, string?>
        {
            ["Shutdown__InFlight"] = inFlight,
            ["Jobs__Concurrency"] = concurrency.ToString(CultureInfo.InvariantCulture),
        });

    private async Task<Guid> SubmitAsync(JobsHost gateway, string? gate = null)
    {
        var payload = JsonSerializer.Serialize(new Dictionary<string, string> { ["file"] = gate ?? Gate });
        var job = await gateway.SubmitAsync("file-gate", payload);
        await Eventually.BeAsync($"job {job} has begun", () => Task.FromResult(File.Exists(Path.Combine(_folder, job.ToString()))));
        return job;
    }
}

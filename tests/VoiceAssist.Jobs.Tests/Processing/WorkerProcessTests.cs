using System.Text.Json;
using VoiceAssist.Contracts;
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

    [Fact]
    public async Task It_finishes_the_job_and_exits_with_0()
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(RedisFlavor.Redis));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await StartAsync(database, redis, inFlight: "00:00:30");
        var job = await SubmitAsync(gateway);

        await worker.TerminateAsync();
        await File.WriteAllTextAsync(Gate, "");

        Assert.Equal(0, await worker.ExitAsync());
        Assert.Equal(JobState.Succeeded, (await gateway.Store.FindAsync(job, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task It_hands_back_what_outlasts_the_budget_and_exits_with_0()
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(RedisFlavor.Redis));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await StartAsync(database, redis, inFlight: "00:00:00.1");
        var job = await SubmitAsync(gateway);

        await worker.TerminateAsync();

        Assert.Equal(0, await worker.ExitAsync());
        Assert.Equal(JobState.Queued, (await gateway.Store.FindAsync(job, CancellationToken.None))!.State);
        Assert.Equal([job], (await gateway.Get<Jobs.Queue.JobQueue>().TakeAsync(10)).Select(taken => taken.Id));
    }

    private static Task<Workload> StartAsync(string database, RedisServer redis, string inFlight) => Workload.StartAsync(
        "VoiceAssist.TestWorker", database, redis.ConnectionString, new Dictionary<string, string?> { ["Shutdown__InFlight"] = inFlight });

    private async Task<Guid> SubmitAsync(JobsHost gateway)
    {
        var payload = JsonSerializer.Serialize(new Dictionary<string, string> { ["file"] = Gate });
        var job = await gateway.SubmitAsync("file-gate", payload);
        await gateway.SeeAsync(job, JobState.Running);
        return job;
    }
}

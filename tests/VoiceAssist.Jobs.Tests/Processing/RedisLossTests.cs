using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Processing;

/// <summary>Redis may lose anything at any moment, and no job with it.</summary>
public class RedisLossTests(SharedPostgres postgres)
{
    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Jobs_that_Redis_forgot_are_swept_back_and_run_once(RedisFlavor flavor)
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var redis = await RedisServer.StartAsync(flavor);
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        var jobs = await AcceptAsync(gateway);
        await EnqueuedAsync(gateway, jobs.Length);
        await redis.FlushAsync();

        var runs = await RunAllAsync(gateway, database, redis, jobs);

        Assert.Equal(jobs.Order(), runs.Order());
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Jobs_accepted_while_Redis_is_down_run_once_after_it_is_back(RedisFlavor flavor)
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var redis = await RedisServer.StartAsync(flavor);
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await redis.KillAsync();
        var jobs = await AcceptAsync(gateway);
        await redis.ResumeAsync();

        var runs = await RunAllAsync(gateway, database, redis, jobs);

        Assert.Equal(jobs.Order(), runs.Order());
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Everything_may_start_before_Redis(RedisFlavor flavor)
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var redis = RedisServer.Create(flavor);
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        var jobs = await AcceptAsync(gateway);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, Counting(new ConcurrentBag<Guid>()));

        await redis.ResumeAsync();

        await gateway.SeeAsync(jobs[^1], JobState.Succeeded);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_sweep_adds_only_what_Redis_lacks(RedisFlavor flavor)
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var redis = await RedisServer.StartAsync(flavor);
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        var jobs = await AcceptAsync(gateway);
        var queue = gateway.Get<Jobs.Queue.JobQueue>();
        await EnqueuedAsync(gateway, jobs.Length);
        var lost = await queue.TakeAsync(3);
        var sweeper = new Sweeper(new Restorer(gateway.Get<Jobs.Store.WaitingJobs>(), queue), queue, gateway.Get<Jobs.Queue.RedisConnection>(),
            new WorkerIdentity(), gateway.Get<Jobs.Store.Schema>(), TimeProvider.System, NullLogger<Sweeper>.Instance);

        Assert.Equal(lost.Length, await sweeper.SweepAsync(CancellationToken.None));
        Assert.Equal(0, await sweeper.SweepAsync(CancellationToken.None));
        Assert.Equal(jobs.Length, (await queue.LookAsync()).Depth);
    }

    private static Task EnqueuedAsync(JobsHost gateway, int count) => Eventually.BeAsync(
        "the jobs are in Redis", async () => (await gateway.Get<Jobs.Queue.JobQueue>().LookAsync()).Depth == count);

    private static async Task<Guid[]> AcceptAsync(JobsHost gateway)
    {
        var jobs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gateway.SubmitAsync("count")));
        return jobs;
    }

    private static async Task<Guid[]> RunAllAsync(JobsHost gateway, string database, RedisServer redis, Guid[] jobs)
    {
        var runs = new ConcurrentBag<Guid>();
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, Counting(runs));
        foreach (var job in jobs)
        {
            await gateway.SeeAsync(job, JobState.Succeeded);
        }

        return [.. runs];
    }

    private static DelegateHandler Counting(ConcurrentBag<Guid> runs) => new("count", (job, _) =>
    {
        runs.Add(job.Id);
        return Task.FromResult(new JobOutput("{}"));
    });
}

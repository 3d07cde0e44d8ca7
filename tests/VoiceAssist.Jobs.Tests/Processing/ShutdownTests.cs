using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Processing;

public class ShutdownTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    public static MatrixTheoryData<RedisFlavor, bool> WithAndWithoutHeed => new(Enum.GetValues<RedisFlavor>(), [true, false]);

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_running_job_may_finish_before_the_worker_goes(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource<JobOutput>());
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, new DelegateHandler("slow", (_, _) =>
        {
            begun.SetResult();
            return gate.Task;
        }));
        var job = await gateway.SubmitAsync("slow");
        await begun.Task;

        var stopping = worker.StopAsync();
        gate.SetResult(new JobOutput("""{"finished":true}"""));
        await stopping;

        Assert.Equal(JobState.Succeeded, (await gateway.Store.FindAsync(job, CancellationToken.None))!.State);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutHeed))]
    public async Task A_job_that_cannot_finish_is_handed_back_and_another_worker_runs_it(RedisFlavor flavor, bool heedsItsToken)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        var begun = new TaskCompletionSource();
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, TimeSpan.Zero,
            new DelegateHandler("slow", async (_, cancellationToken) =>
            {
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, heedsItsToken ? cancellationToken : CancellationToken.None);
                return new JobOutput("{}");
            }));
        var job = await gateway.SubmitAsync("slow");
        await begun.Task;

        await worker.StopAsync();

        Assert.Equal(JobState.Queued, (await gateway.Store.FindAsync(job, CancellationToken.None))!.State);
        await using var other = await JobsHost.WorkerAsync(database, redis.ConnectionString,
            new DelegateHandler("slow", (_, _) => Task.FromResult(new JobOutput("""{"by":"other"}"""))));
        Assert.Equal("""{"by": "other"}""", (await gateway.SeeAsync(job, JobState.Succeeded)).Result?.GetRawText());
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_stopping_worker_takes_no_new_job(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource<JobOutput>());
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, new DelegateHandler("slow", (_, _) =>
        {
            begun.TrySetResult();
            return gate.Task;
        }));
        await gateway.SubmitAsync("slow");
        await begun.Task;
        var stopping = worker.StopAsync();

        var late = await gateway.SubmitAsync("slow");
        gate.SetResult(new JobOutput("{}"));
        await stopping;

        Assert.Equal(JobState.Queued, (await gateway.Store.FindAsync(late, CancellationToken.None))!.State);
    }
}

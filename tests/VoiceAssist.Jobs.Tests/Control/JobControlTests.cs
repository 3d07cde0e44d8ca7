using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Control;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Control;

public class JobControlTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_waiting_job_that_is_called_off_never_runs(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        var job = await gateway.SubmitAsync("any");
        await Eventually.BeAsync("it is in Redis", async () => (await gateway.Get<Jobs.Queue.JobQueue>().LookAsync()).Depth == 1);

        Assert.Equal(CancelOutcome.Cancelled, await gateway.Control.CancelAsync(job, CancellationToken.None));

        Assert.Equal(JobState.Cancelled, (await gateway.Store.FindAsync(job, CancellationToken.None))!.State);
        Assert.Equal(0, (await gateway.Get<Jobs.Queue.JobQueue>().LookAsync()).Depth);
        Assert.Equal(CancelOutcome.AlreadyEnded, await gateway.Control.CancelAsync(job, CancellationToken.None));
        Assert.Equal(CancelOutcome.NotFound, await gateway.Control.CancelAsync(Guid.NewGuid(), CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_running_job_that_is_called_off_gets_its_token_cancelled_at_once(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString,
            options => options.Lease = TimeSpan.FromHours(1), Endless("endless"));
        var job = await gateway.SubmitAsync("endless");
        await gateway.SeeAsync(job, JobState.Running);

        Assert.Equal(CancelOutcome.Requested, await gateway.Control.CancelAsync(job, CancellationToken.None));

        var view = await gateway.SeeAsync(job, JobState.Cancelled);
        Assert.NotNull(view.CancelRequestedAt);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_running_job_that_is_called_off_and_fails_is_not_tried_again(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource<JobOutput>());
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, new DelegateHandler("stubborn", (_, _) =>
        {
            begun.TrySetResult();
            return gate.Task;
        }));
        var job = await gateway.SubmitAsync("stubborn");
        await begun.Task;

        // While Redis is down no hint comes through: the record alone knows.
        await redis.WhileDownAsync(async () =>
        {
            Assert.Equal(CancelOutcome.Requested, await gateway.Control.CancelAsync(job, CancellationToken.None));
            gate.SetException(new InvalidOperationException("broken"));

            await gateway.SeeAsync(job, JobState.Cancelled);
        });
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_dead_letter_that_is_replayed_has_all_its_attempts_again(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        var broken = true;
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, new DelegateHandler("mended", (_, _) =>
            broken ? throw new JobFailedException("Broken.") : Task.FromResult(new JobOutput("{}"))));
        var job = await gateway.SubmitAsync("mended");
        await gateway.SeeAsync(job, JobState.Failed);
        broken = false;

        Assert.True(await gateway.Control.ReplayAsync(job, CancellationToken.None));

        var view = await gateway.SeeAsync(job, JobState.Succeeded);
        Assert.Equal((2, null), (view.Attempts, view.Reason));
        Assert.False(await gateway.Control.ReplayAsync(job, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_job_called_off_too_late_to_stop_its_failure_can_be_replayed(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource<JobOutput>());
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, new DelegateHandler("late", (job, _) =>
        {
            begun.TrySetResult();
            return job.Attempt switch
            {
                1 => gate.Task,
                2 => throw new InvalidOperationException("broken"),
                _ => Task.FromResult(new JobOutput("{}")),
            };
        })
        {
            Limits = KindLimits.Standard with { FirstBackoff = TimeSpan.FromMilliseconds(1) },
        });
        var job = await gateway.SubmitAsync("late");
        await begun.Task;

        // While Redis is down no hint stops the run: it fails for good with the cancellation in the record.
        await redis.WhileDownAsync(async () =>
        {
            Assert.Equal(CancelOutcome.Requested, await gateway.Control.CancelAsync(job, CancellationToken.None));
            gate.SetException(new JobFailedException("Broken."));
            await gateway.SeeAsync(job, JobState.Failed);
        });

        Assert.True(await gateway.Control.ReplayAsync(job, CancellationToken.None));

        // Its second run fails and is followed by a third: an old cancellation would end it there.
        Assert.Null((await gateway.SeeAsync(job, JobState.Succeeded)).CancelRequestedAt);
    }

    private static DelegateHandler Endless(string kind) => new(kind, async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return new JobOutput("{}");
    });
}

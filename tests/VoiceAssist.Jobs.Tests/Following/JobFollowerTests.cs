using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Following;

public class JobFollowerTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_follower_sees_every_event_once_up_to_the_end(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        var job = await gateway.SubmitAsync("twice");
        var following = gateway.Follower.FollowAsync(job, 0, CancellationToken.None).ToListAsync().AsTask();
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, new DelegateHandler("twice", (context, _) =>
            context.Attempt == 1 ? throw new InvalidOperationException("Once.") : Task.FromResult(new JobOutput("{}")))
        {
            Limits = KindLimits.Standard with { FirstBackoff = TimeSpan.FromMilliseconds(1) },
        });

        var events = await following;

        Assert.Equal([1, 2, 3, 4, 5], events.Select(change => change.Sequence));
        Assert.Equal(
            [JobState.Queued, JobState.Running, JobState.Queued, JobState.Running, JobState.Succeeded], events.Select(change => change.State));
        Assert.Equal([0, 1, 1, 2, 2], events.Select(change => change.Attempt));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Following_may_be_resumed_after_any_event(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        var job = await gateway.SubmitAsync("any");
        await gateway.Control.CancelAsync(job, CancellationToken.None);

        var rest = await gateway.Follower.FollowAsync(job, 1, CancellationToken.None).ToListAsync();

        Assert.Equal((2, JobState.Cancelled), (Assert.Single(rest).Sequence, rest[0].State));
        Assert.Empty(await gateway.Follower.FollowAsync(job, 2, CancellationToken.None).ToListAsync());
        Assert.Empty(await gateway.Follower.FollowAsync(Guid.NewGuid(), 0, CancellationToken.None).ToListAsync());
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Following_ends_when_the_follower_goes(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        var job = await gateway.SubmitAsync("any");
        using var gone = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in gateway.Follower.FollowAsync(job, 0, gone.Token))
            {
                await gone.CancelAsync();
            }
        });
    }
}

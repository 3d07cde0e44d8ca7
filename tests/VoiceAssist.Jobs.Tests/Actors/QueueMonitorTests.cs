using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Actors;

public class QueueMonitorTests(SharedPostgres postgres)
{
    [Fact]
    public void Until_the_first_reading_staleness_counts_from_the_start()
    {
        var time = new FakeTimeProvider();
        var figures = new QueueFigures(time);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(TimeSpan.FromMinutes(1), figures.Staleness(time.GetUtcNow()));

        figures.Set(time.GetUtcNow(), 0, null, 0);
        Assert.Equal(TimeSpan.Zero, figures.Staleness(time.GetUtcNow()));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task While_Redis_is_down_the_last_figures_stand_and_grow_stale(RedisFlavor flavor)
    {
        await using var redis = await RedisServer.StartAsync(flavor);
        await using var gateway = await JobsHost.GatewayAsync(await postgres.CreateDatabaseAsync(), redis.ConnectionString);
        var figures = new QueueFigures(TimeProvider.System);
        var monitor = new QueueMonitor(gateway.Get<JobQueue>(), gateway.Get<WaitingJobs>(), figures, gateway.Get<Schema>(),
            TimeProvider.System, NullLogger<QueueMonitor>.Instance);
        await gateway.SubmitAsync("any");
        await gateway.SubmitAsync("any");
        await Eventually.BeAsync("the jobs are in Redis", async () => (await gateway.Get<JobQueue>().LookAsync()).Depth == 2);
        await monitor.TickAsync(CancellationToken.None);
        var readAt = figures.ReadAt;

        await redis.KillAsync();
        await Assert.ThrowsAsync<QueueUnavailableException>(() => monitor.TickAsync(CancellationToken.None));

        Assert.Equal((2, readAt), (figures.Depth, figures.ReadAt));
        Assert.Equal(TimeSpan.FromMinutes(1), figures.Staleness(readAt.AddMinutes(1)));
        Assert.True(figures.OldestAge(readAt.AddMinutes(1)) >= TimeSpan.FromMinutes(1));
    }
}

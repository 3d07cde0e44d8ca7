using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Actors;

public class HeartbeatTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    private static readonly TimeSpan ShortLease = TimeSpan.FromSeconds(1);

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_job_that_runs_longer_than_its_lease_stays_with_its_worker(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, options => options.Lease = ShortLease,
            new DelegateHandler("long", async (_, cancellationToken) =>
            {
                await Task.Delay(3 * ShortLease, cancellationToken);
                return new JobOutput("{}");
            }));

        var job = await gateway.SubmitAsync("long");

        Assert.Equal(1, (await gateway.SeeAsync(job, JobState.Succeeded)).Attempts);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_run_that_has_lost_its_lease_is_stopped_and_writes_nothing(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        var (begun, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, options => options.Lease = ShortLease,
            new DelegateHandler("robbed", async (_, cancellationToken) =>
            {
                begun.SetResult();
                await using var registration = cancellationToken.Register(stopped.SetResult);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return new JobOutput("{}");
            }));
        var job = await gateway.SubmitAsync("robbed");
        await begun.Task;

        await using (var command = gateway.Get<Npgsql.NpgsqlDataSource>().CreateCommand("update jobs set worker = 'another', lease_until = 'infinity'"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await stopped.Task.WaitAsync(TestServers.Processes.Eventually.Deadline);
        Assert.Equal(JobState.Running, (await gateway.Store.FindAsync(job, CancellationToken.None))!.State);
    }
}

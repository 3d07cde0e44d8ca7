using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Actors;

public class HeartbeatTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    /// <summary>Long enough that a beat may be late by three seconds.</summary>
    private static readonly TimeSpan ShortLease = TimeSpan.FromSeconds(6);

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_job_that_runs_longer_than_its_lease_stays_with_its_worker(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        var end = new TaskCompletionSource<JobOutput>();
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, options => options.Lease = ShortLease,
            new DelegateHandler("long", (_, _) => end.Task));
        var job = await gateway.SubmitAsync("long");

        await using (var renewed = gateway.Get<NpgsqlDataSource>().CreateCommand("select exists (select from jobs where lease_until > started_at + $1)"))
        {
            renewed.Parameters.Add(new() { Value = 1.9 * ShortLease });
            await Eventually.BeAsync("the lease has been renewed twice", async () => (bool)(await renewed.ExecuteScalarAsync())!);
        }

        end.SetResult(new JobOutput("{}"));
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
                begun.TrySetResult();
                await using var registration = cancellationToken.Register(stopped.SetResult);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return new JobOutput("{}");
            }));
        var job = await gateway.SubmitAsync("robbed");
        await begun.Task;

        await using (var command = gateway.Get<NpgsqlDataSource>().CreateCommand("update jobs set worker = 'another', lease_until = 'infinity'"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await stopped.Task.WaitAsync(Eventually.Deadline);
        Assert.Equal(JobState.Running, (await gateway.Store.FindAsync(job, CancellationToken.None))!.State);
    }
}

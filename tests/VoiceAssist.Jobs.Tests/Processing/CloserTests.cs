using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Telemetry;
using VoiceAssist.Jobs.Tests.Store;
using VoiceAssist.Jobs.Tests.Telemetry;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Processing;

public class CloserTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    /// <summary>A stop has a budget, and a statement may wait for longer.</summary>
    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Who_gives_up_does_not_wait_for_the_close_that_is_under_way(RedisFlavor flavor)
    {
        await using var record = await JobRecord.CreateAsync(postgres, "Command Timeout=0");
        await using var redis = new RedisConnection((await servers.EmptyAsync(flavor)).ConnectionString, "tests", NullLoggerFactory.Instance);
        var (worker, running, closed) = (new WorkerIdentity(), new RunningJobs(), new TaskCompletionSource());
        using var closer = Closer(record, redis, worker, running);
        var job = await record.ClaimAsync(await record.AddAsync(JobRecord.Now), worker: worker.Name);
        await using var other = await record.Database.OpenConnectionAsync();
        await using var holding = await other.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("select from jobs for update", other, holding))
        {
            await command.ExecuteNonQueryAsync();
        }

        var run = new Run(job);
        running.Add(run);
        closer.Add(run, new Closing(job, JobState.Succeeded, JobRecord.Now), closed.SetResult);
        await using var waiting = record.Database.CreateCommand(
            "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')");
        await Eventually.BeAsync("the close waits for the row", async () => (bool)(await waiting.ExecuteScalarAsync())!);

        closer.GiveUp();

        // The row is held until the end of this test: only the cancellation can have ended it.
        await closed.Task.WaitAsync(Eventually.Deadline);
        Assert.Equal((0, JobState.Running), (running.Count, (await record.FindAsync(job.Id)).State));
    }

    private static Closer Closer(JobRecord record, RedisConnection redis, WorkerIdentity worker, RunningJobs running)
    {
        var options = Options.Create(new ProcessorOptions());
        var jobs = new RecordedJobs(new JobQueue(redis), record.Claims, record.Closings, record.Store, worker, options, TimeProvider.System,
            NullLogger<RecordedJobs>.Instance);
        var telemetry = new JobTelemetry(new BareMeters());
        var runner = new JobRunner(new JobHandlers([]), jobs, telemetry, TimeProvider.System, NullLogger<JobRunner>.Instance);
        return new Closer(jobs, running, runner, telemetry, TimeProvider.System, NullLogger<Closer>.Instance);
    }
}

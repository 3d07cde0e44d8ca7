using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Telemetry;
using VoiceAssist.Jobs.Tests.Store;
using VoiceAssist.Jobs.Tests.Telemetry;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Actors;

public class RecovererTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    private const int MaxCrashes = 2;
    private static readonly DateTimeOffset Now = JobRecord.Now;

    [Fact]
    public async Task A_job_is_taken_from_its_worker_only_when_its_lease_has_ended_and_returns_to_its_place()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var id = await record.AddAsync(Now);
        var run = await record.ClaimAsync(id, Now.AddSeconds(1));

        Assert.Empty(await RecoverAsync(record, Now.AddSeconds(1) + JobRecord.Lease));

        var late = Now.AddSeconds(2) + JobRecord.Lease;
        Assert.Equal([new RecoveredJob(new(id, JobPriority.Interactive, Now), "kind", JobState.Queued)], await RecoverAsync(record, late));
        Assert.Empty(await RecoverAsync(record, late));
        Assert.Null(await record.CloseAsync(new Closing(run, JobState.Succeeded, late) { Result = "{}" }));
        Assert.Equal(0, (await record.ClaimAsync(id, late)).Failures);
    }

    [Fact]
    public async Task Crashes_have_a_limit_of_their_own()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var id = await record.AddAsync(Now);
        for (var crash = 1; crash <= MaxCrashes; crash++)
        {
            await record.ClaimAsync(id, Now.AddHours(crash));
            await RecoverAsync(record, Now.AddHours(crash) + (2 * JobRecord.Lease));
        }

        var view = await record.FindAsync(id);
        Assert.Equal((JobState.Failed, "The job was given up: 2 runs ended with their worker."), (view.State, view.Reason));
        Assert.Equal(
            [
                (JobState.Queued, 0, null), (JobState.Running, 1, null), (JobState.Queued, 1, "Its worker was lost."),
                (JobState.Running, 2, null), (JobState.Failed, 2, view.Reason),
            ],
            await record.HistoryAsync(id));
    }

    [Fact]
    public async Task A_lost_job_that_was_called_off_is_cancelled()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var id = await record.AddAsync(Now);
        await record.ClaimAsync(id);
        await using (var command = record.Database.Command("update jobs set cancel_at = $2 where id = $1", id, Now))
        {
            await command.ExecuteNonQueryAsync();
        }

        await RecoverAsync(record, Now + (2 * JobRecord.Lease));

        Assert.Equal(JobState.Cancelled, (await record.FindAsync(id)).State);
    }

    [Fact]
    public async Task Two_who_look_at_once_recover_each_job_once()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        for (var i = 0; i < 50; i++)
        {
            await record.ClaimAsync(await record.AddAsync(Now));
        }

        var recovered = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RecoverAsync(record, Now + (2 * JobRecord.Lease))));

        Assert.Equal(50, recovered.Sum(jobs => jobs.Count));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_lost_job_that_has_ended_is_counted_and_one_that_waits_again_is_not(RedisFlavor flavor)
    {
        await using var gateway = await JobsHost.GatewayAsync(await postgres.CreateDatabaseAsync(), (await servers.EmptyAsync(flavor)).ConnectionString);
        var database = gateway.Get<NpgsqlDataSource>();
        await LoseAsync("known", crashes: MaxCrashes - 1, calledOff: false);
        await LoseAsync("known", crashes: 0, calledOff: false);
        await LoseAsync("known", crashes: 0, calledOff: true);
        await LoseAsync("a kind out of nowhere", crashes: MaxCrashes - 1, calledOff: false);
        var telemetry = new JobTelemetry(new BareMeters());
        var counted = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter == telemetry.Meter)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, labels, _) => counted.Add($"{value} {labels[0].Value} {labels[1].Value}"));
        listener.Start();

        await new Recoverer(new ExpiredLeases(database), gateway.Get<JobQueue>(),
            new JobHandlers([new DelegateHandler("known", (_, _) => Task.FromResult(new JobOutput("{}")))]), telemetry,
            Options.Create(new ProcessorOptions { MaxCrashes = MaxCrashes }), gateway.Get<Schema>(), TimeProvider.System,
            NullLogger<Recoverer>.Instance).TickAsync(CancellationToken.None);

        Assert.Equal(["1 known cancelled", "1 known failed", "1 unknown failed"], counted.Order(StringComparer.Ordinal));

        async Task LoseAsync(string kind, int crashes, bool calledOff)
        {
            await using var command = database.Command("""
                update jobs set state = 'running', worker = 'dead', attempts = 1, crashes = $2, lease_until = now() - interval '1 s',
                    cancel_at = case when $3 then now() end
                where id = $1
                """, await gateway.SubmitAsync(kind), crashes, calledOff);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static Task<IReadOnlyList<RecoveredJob>> RecoverAsync(JobRecord record, DateTimeOffset now) =>
        new ExpiredLeases(record.Database).RecoverAsync(now, MaxCrashes, 500, CancellationToken.None);
}

using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Simulation;

/// <summary>One hour of simulated clock through all actors, on real servers, whatever happens in it.</summary>
public class OneHourTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    private const int Workers = 3;

    private static readonly RetentionOptions Retention = new()
    {
        Jobs = TimeSpan.FromMinutes(10),
        DeadLetters = TimeSpan.FromMinutes(20),
        Files = TimeSpan.FromMinutes(5),
    };

    [Theory]
    [InlineData(RedisFlavor.Redis, 3)]
    [InlineData(RedisFlavor.Valkey, 1)]
    [InlineData(RedisFlavor.Garnet, 2)]
    public async Task No_job_is_ever_in_two_states_and_none_leaves_unaccounted(RedisFlavor flavor, int hours)
    {
        var server = await servers.EmptyAsync(flavor);
        await using var database = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await new Migrator(database, MigrationCatalog.All).ApplyAsync(CancellationToken.None);
        await using var redis = new RedisConnection(server.ConnectionString, "tests", NullLoggerFactory.Instance);
        await redis.StartAsync(CancellationToken.None);
        await Eventually.BeAsync("the client is connected", () => Task.FromResult(redis is { HasTried: true, Multiplexer.IsConnected: true }));

        await Step.Hour.SampleAsync(steps => PlayAsync(steps, database, redis), iter: hours, threads: 1);
    }

    private static async Task PlayAsync(Step[] steps, NpgsqlDataSource database, RedisConnection redis)
    {
        await using (var command = database.Command("truncate jobs cascade"))
        {
            await command.ExecuteNonQueryAsync();
        }

        var world = new SimulatedServers(database, redis, Retention);
        var audit = new Audit(world, Retention);
        var workers = Enumerable.Range(0, Workers).Select(_ => new SimulatedWorker(world)).ToArray();
        await world.EmptyRedisAsync();
        foreach (var step in steps)
        {
            await HappenAsync(step, world, workers);
            await world.PassAsync(step.Seconds, workers);
            await audit.CheckAsync();
        }

        // Afterwards everything goes well, and so every job ends.
        var patience = 500;
        while (await audit.CheckAsync() > 0)
        {
            Assert.True(patience-- > 0, "Jobs are stuck.");
            foreach (var worker in workers)
            {
                await worker.ClaimAsync(20);
                await worker.EndAsync(0, new RunResult.Success(new JobOutput("{}")));
            }

            await world.PassAsync(10, workers);
        }
    }

    private static async Task HappenAsync(Step step, SimulatedServers world, SimulatedWorker[] workers)
    {
        var worker = workers[step.Who % workers.Length];
        var job = world.Accepted.Count == 0 ? Guid.Empty : world.Accepted[^(1 + (step.Who % Math.Min(20, world.Accepted.Count)))];
        await (step.What switch
        {
            Happening.Submit => world.SubmitAsync(step.Who, TimeSpan.Zero),
            Happening.SubmitDelayed => world.SubmitAsync(step.Who, TimeSpan.FromSeconds(step.Who % 300)),
            Happening.Claim => worker.ClaimAsync(1 + (step.Who % 5)),
            Happening.Succeed => worker.EndAsync(step.Who, new RunResult.Success(new JobOutput("{}"))),
            Happening.Fail => worker.EndAsync(step.Who, new RunResult.Failure("no", IsFinal: false)),
            Happening.FailForGood => worker.EndAsync(step.Who, new RunResult.Failure("never", IsFinal: true)),
            Happening.Cancel => world.Control.CancelAsync(job, CancellationToken.None),
            Happening.Replay => world.Control.ReplayAsync(job, CancellationToken.None),
            Happening.HandBack => worker.HandBackAsync(),
            Happening.Freeze => FreezeAsync(worker),
            Happening.LateSuccess => worker.CloseFrozenAsync(),
            Happening.DieWhileTaking => world.Queue.TakeAsync(2),
            Happening.RedisEmptied => world.EmptyRedisAsync(),
            _ => Task.CompletedTask,
        });
    }

    private static Task FreezeAsync(SimulatedWorker worker)
    {
        worker.Freeze();
        return Task.CompletedTask;
    }
}

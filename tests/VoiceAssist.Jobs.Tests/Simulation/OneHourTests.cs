using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Simulation;

/// <summary>One hour of simulated clock through all actors, on real servers, whatever happens in it.</summary>
[Collection(nameof(AloneGroup))]
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

        using var world = new SimulatedServers(database, redis, Retention);
        var audit = new Audit(world, Retention);
        await world.EmptyRedisAsync();
        var workers = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => SimulatedWorker.StartAsync(world)));
        try
        {
            foreach (var step in steps)
            {
                await HappenAsync(step, world, workers);
                await world.PassAsync(step.Seconds, workers);
                await audit.CheckAsync();
            }

            // Afterwards everything goes well, and so every job ends.
            await Eventually.BeAsync("every job has ended", async () =>
            {
                foreach (var worker in workers)
                {
                    worker.Reconnect();
                    worker.SucceedAll();
                }

                await world.PassAsync(10, workers);
                return await audit.CheckAsync() == 0;
            });
        }
        finally
        {
            foreach (var worker in workers)
            {
                await worker.DisposeAsync();
            }
        }

        await audit.CheckAsync();
    }

    private static async Task HappenAsync(Step step, SimulatedServers world, SimulatedWorker[] workers)
    {
        var place = step.Who % workers.Length;
        var worker = workers[place];
        var job = world.Accepted.Count == 0 ? Guid.Empty : world.Accepted[^(1 + (step.Who % Math.Min(20, world.Accepted.Count)))];
        switch (step.What)
        {
            case Happening.Submit:
                await world.SubmitAsync(step.Who, TimeSpan.Zero);
                break;
            case Happening.SubmitDelayed:
                await world.SubmitAsync(step.Who, TimeSpan.FromSeconds(step.Who % 300));
                break;
            case Happening.Succeed:
                worker.End(step.Who, SimulatedHandler.Succeed);
                break;
            case Happening.Fail:
                worker.End(step.Who, SimulatedHandler.Fail);
                break;
            case Happening.FailForGood:
                worker.End(step.Who, SimulatedHandler.FailForGood);
                break;
            case Happening.Cancel:
                await world.Control.CancelAsync(job, CancellationToken.None);
                break;
            case Happening.Replay:
                await world.Control.ReplayAsync(job, CancellationToken.None);
                break;
            case Happening.Restart:
                await worker.DisposeAsync();
                workers[place] = await SimulatedWorker.StartAsync(world);
                break;
            case Happening.CutOff:
                worker.CutOff();
                break;
            case Happening.Reconnect:
                worker.Reconnect();
                break;
            case Happening.DieWhileTaking:
                await world.Queue.TakeAsync(2);
                break;
            case Happening.RedisEmptied:
                await world.EmptyRedisAsync();
                break;
        }
    }
}

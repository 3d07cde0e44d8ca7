using System.Globalization;
using Npgsql;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Chaos;

/// <summary>Everything breaks at once, and every accepted job ends exactly once all the same.</summary>
[Collection(nameof(AloneGroup))]
public class ChaosTests(ITestOutputHelper output)
{
    private const int Seed = 20_260_301;
    private const int Workers = 4;
    private const int Submitters = 16;

    /// <summary>Redis is emptied in each of the three seconds before.</summary>
    private const int RestartAt = 4;

    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(RedisFlavor.Redis, 10_000)]
    [InlineData(RedisFlavor.Valkey, 2_000)]
    [InlineData(RedisFlavor.Garnet, 2_000)]
    public async Task Every_accepted_job_ends_exactly_once(RedisFlavor flavor, int jobs)
    {
        await using var redis = await RedisServer.StartAsync(flavor);
        await using var postgres = await PostgresServer.StartAsync();
        var database = await postgres.CreateDatabaseAsync();
        await using var record = NpgsqlDataSource.Create($"{database};Pooling=false");
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var crew = new ChaosCrew(database, redis, new Random(Seed));
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => crew.HireAsync()));

        var storm = new ChaosStorm(jobs, new Random(Seed));
        var begun = TimeProvider.System.GetTimestamp();
        var submitting = SubmitAsync(gateway, storm);
        await StormAsync(crew, redis, postgres, storm, submitting);
        await submitting;
        await Eventually.BeAsync("every job has ended", async () => await ChaosCounts.UnfinishedAsync(record) == 0, () => crew.Output);

        var counts = await ChaosCounts.ReadAsync(record);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{flavor}, seed {Seed}: {crew.Kills} kills, {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s, {counts}"));
        Assert.Equal(
            (jobs, storm.Succeeding, storm.Failing, jobs, storm.Speaking),
            ((int)counts.Accepted, (int)counts.Succeeded, (int)counts.Failed, (int)counts.EndedOnce, (int)counts.Files));
        Assert.True(crew.Kills >= RestartAt && counts.Runs > counts.Accepted, "The storm was none.");
    }

    /// <summary>Kills a worker every second for as long as jobs come; in between Redis is emptied three times and Postgres restarted once.</summary>
    private static async Task StormAsync(ChaosCrew crew, RedisServer redis, PostgresServer postgres, ChaosStorm storm, Task submitting)
    {
        using var clock = new PeriodicTimer(BetweenKills);
        for (var second = 1; !submitting.IsCompleted || second <= RestartAt; second++)
        {
            await clock.WaitForNextTickAsync();
            await crew.KillOneAsync();
            var hiring = crew.HireAsync();
            if (second < RestartAt)
            {
                await redis.FlushAsync();
            }

            if (second == RestartAt)
            {
                await postgres.PauseAsync();
                await postgres.ResumeAsync();
            }

            await hiring;
        }
    }

    private static Task SubmitAsync(JobsHost gateway, ChaosStorm storm) => Parallel.ForAsync(
        0, storm.Jobs.Count, new ParallelOptions { MaxDegreeOfParallelism = Submitters }, async (number, cancellationToken) =>
        {
            // A client that got no answer asks again under the same key.
            await Eventually.SeeAsync("the job is accepted", async () =>
            {
                try
                {
                    return await gateway.Submitter.SubmitAsync(storm.Jobs[number], cancellationToken);
                }
                catch (NpgsqlException)
                {
                    return null;
                }
            });
            await Task.Delay(storm.Pause, cancellationToken);
        });
}

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.QueueBench;

/// <summary>
/// Very many small jobs through one process that submits and runs them, with a retention of a few seconds: memory of the process, of
/// Redis and of Postgres at every tenth of the way, and when the janitor has removed the last of them. Flat lines are what is asked for.
/// </summary>
internal static class Million
{
    private const int InFlight = 2_000;

    /// <summary>So short that the janitor removes jobs as fast as they come.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] options)
    {
        var jobs = Arguments.Number(options, "--jobs", 1_000_000);
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var postgres = await PostgresServer.StartAsync(durable: true);
        var database = await postgres.CreateDatabaseAsync();
        await using var measured = NpgsqlDataSource.Create(database);
        using var completions = new Completions(jobs, 1);
        using var gateway = BenchHost.Submitting(BenchHost.Recorded, database, redis.ConnectionString);
        using var worker = BenchHost.Working(BenchHost.Recorded, database, redis.ConnectionString, 32, new NoOp(),
            services => services.Configure<RetentionOptions>(retention => retention.Jobs = Kept));
        await gateway.StartAsync();
        await worker.StartAsync();
        await worker.Services.GetRequiredService<Schema>().WhenAppliedAsync(CancellationToken.None);
        var submitter = gateway.Services.GetRequiredService<JobSubmitter>();
        Console.WriteLine("done        jobs/s  process MB  managed MB  Redis MB  tables MB  rows kept");
        var begun = TimeProvider.System.GetTimestamp();
        for (var tenth = 1; tenth <= 10; tenth++)
        {
            var part = TimeProvider.System.GetTimestamp();
            await Parallel.ForAsync(0, jobs / 10, new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (_, _) =>
                await submitter.SubmitAsync(NoOp.Job, CancellationToken.None));
            while (completions.Count < (long)jobs / 10 * tenth)
            {
                await Task.Delay(50);
            }

            await PrintAsync(completions.Count, jobs / 10 / TimeProvider.System.GetElapsedTime(part).TotalSeconds, redis, measured);
        }

        var took = TimeProvider.System.GetElapsedTime(begun);
        while (await ScalarAsync(measured, "select count(*) from jobs") > 0)
        {
            await Task.Delay(1_000);
        }

        await PrintAsync(completions.Count, 0, redis, measured);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{jobs} jobs in {took.TotalSeconds:0} s, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
        await worker.StopAsync();
        await gateway.StopAsync();
        return 0;
    }

    private static async Task PrintAsync(long done, double rate, RedisServer redis, NpgsqlDataSource database)
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        var held = await redis.WithConnectionAsync(async connection =>
            (await connection.GetServers()[0].InfoAsync("memory")).SelectMany(group => group).First(line => line.Key == "used_memory").Value);
        var tables = await ScalarAsync(database, "select pg_total_relation_size('jobs') + pg_total_relation_size('job_files')");
        var rows = await ScalarAsync(database, "select count(*) from jobs");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{done,-10} {rate,7:0} {Megabytes(self.WorkingSet64),11:0} {Megabytes(managed),11:0.0} {Megabytes(long.Parse(held, CultureInfo.InvariantCulture)),9:0.0} {Megabytes(tables),10:0} {rows,10}"));
    }

    private static double Megabytes(long bytes) => bytes / 1_048_576.0;

    private static async Task<long> ScalarAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.QueueBench;

/// <summary>
/// Very many small jobs through one process that submits and runs them, in rounds, with a retention of a few seconds: memory of the
/// process, of Redis and of Postgres when a round is done, when the janitor has removed its jobs, and when autovacuum has cleaned up after
/// it. Lines that are alike from round to round are what is asked for.
/// </summary>
internal static class Million
{
    private const int InFlight = 2_000;

    private const int Rounds = 5;

    /// <summary>Short: the janitor, who comes once a minute, removes whatever it finds.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private const string LastVacuum =
        "select (coalesce(extract(epoch from max(last_autovacuum)), 0) * 1000)::bigint from pg_stat_user_tables where relname = 'jobs'";

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
        for (var round = 1; round <= Rounds; round++)
        {
            var begun = TimeProvider.System.GetTimestamp();
            await Parallel.ForAsync(0, jobs / Rounds, new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (_, _) =>
                await submitter.SubmitAsync(NoOp.Job, CancellationToken.None));
            await UntilAsync(() => Task.FromResult(completions.Count >= (long)jobs / Rounds * round));
            await PrintAsync($"{completions.Count}", jobs / Rounds / TimeProvider.System.GetElapsedTime(begun).TotalSeconds, redis, measured);
            await UntilAsync(async () => await ScalarAsync(measured, "select count(*) from jobs") == 0);
            var removed = await ScalarAsync(measured, "select (extract(epoch from clock_timestamp()) * 1000)::bigint");
            await PrintAsync("removed", null, redis, measured);
            await UntilAsync(async () => await ScalarAsync(measured, LastVacuum) > removed);
            await PrintAsync("vacuumed", null, redis, measured);
        }

        Console.WriteLine($"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        await worker.StopAsync();
        await gateway.StopAsync();
        return 0;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Delay(100);
        }
    }

    private static async Task PrintAsync(string done, double? rate, RedisServer redis, NpgsqlDataSource database)
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

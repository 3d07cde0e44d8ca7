using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.RedisOnly;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.QueueBench;

/// <summary>
/// Completed no-op jobs per second of one worker process, ours and BullMQ's in turn on the same redis-server. The jobs are there
/// before the worker starts; the first quarter of them warms it up and is not counted.
/// </summary>
internal static class Compare
{
    /// <summary>Without the record jobs are done so fast that fewer would be a matter of milliseconds.</summary>
    private const int RedisOnlyFactor = 5;

    public static async Task<int> RunAsync(string[] options)
    {
        var (rounds, jobs) = (Arguments.Number(options, "--rounds", 3), Arguments.Number(options, "--jobs", 100_000));
        int[] concurrencies = [.. Arguments.Text(options, "--concurrency", "10,50,100").Split(',').Select(Arguments.Number)];
        await BullMq.InstallAsync();
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var postgres = await PostgresServer.StartAsync(durable: true);
        foreach (var concurrency in concurrencies)
        {
            var rates = new List<(double BullMq, double RedisOnly, double Recorded)>();
            for (var round = 0; round < rounds; round++)
            {
                rates.Add((await BullMqAsync(redis, jobs, concurrency),
                    BullMq.Rate(await OursAsync(BenchHost.RedisOnly, redis, postgres, jobs * RedisOnlyFactor, concurrency)),
                    BullMq.Rate(await OursAsync(BenchHost.Recorded, redis, postgres, jobs, concurrency))));
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"concurrency {concurrency}, round {round + 1}: {rates[^1]}, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
            }

            Print($"concurrency {concurrency}: BullMQ", rates.Select(rate => rate.BullMq), "0", "jobs/s");
            Print("  Redis only", rates.Select(rate => rate.RedisOnly), "0", "jobs/s");
            Print("    times BullMQ", rates.Select(rate => rate.RedisOnly / rate.BullMq), "0.00", "");
            Print("  with the record in Postgres", rates.Select(rate => rate.Recorded), "0", "jobs/s");
            Print("    times BullMQ", rates.Select(rate => rate.Recorded / rate.BullMq), "0.00", "");
        }

        return 0;
    }

    /// <summary>One run of one of ours, with what its worker process has cost.</summary>
    public static async Task<int> OursAloneAsync(string mode, string[] options)
    {
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var postgres = await PostgresServer.StartAsync(durable: true);
        Console.WriteLine(await OursAsync(mode, redis, postgres, Arguments.Number(options, "--jobs", 100_000), Arguments.Number(options, "--concurrency", 50)));
        return 0;
    }

    /// <summary>Puts jobs in, and returns when all are there.</summary>
    public static async Task FillAsync(string mode, string database, string redis, int jobs)
    {
        using var host = BenchHost.Submitting(mode, database, redis);
        await host.StartAsync();
        while (!host.Services.GetRequiredService<RedisConnection>().HasTried)
        {
            await Task.Delay(10);
        }

        Func<Task> submit;
        if (mode == BenchHost.RedisOnly)
        {
            var submitter = host.Services.GetRequiredService<RedisOnlySubmitter>();
            submit = () => submitter.SubmitAsync(NoOp.Job);
        }
        else
        {
            await host.Services.GetRequiredService<Schema>().WhenAppliedAsync(CancellationToken.None);
            var submitter = host.Services.GetRequiredService<JobSubmitter>();
            submit = () => submitter.SubmitAsync(NoOp.Job, CancellationToken.None);
        }

        await Parallel.ForAsync(0, jobs, new ParallelOptions { MaxDegreeOfParallelism = 1_000 }, async (_, _) => await submit());
        await host.StopAsync();
    }

    private static async Task<double> BullMqAsync(RedisServer redis, int jobs, int concurrency)
    {
        await redis.FlushAsync();
        await BullMq.FillAsync(redis.ConnectionString, jobs);
        return await BullMq.WorkAsync(redis.ConnectionString, jobs, concurrency);
    }

    private static async Task<string> OursAsync(string mode, RedisServer redis, PostgresServer postgres, int jobs, int concurrency)
    {
        await redis.FlushAsync();
        var database = await postgres.CreateDatabaseAsync();
        await FillAsync(mode, database, redis.ConnectionString, jobs);
        return await BullMq.OutputAsync(Environment.ProcessPath!,
            ["work", mode, jobs.ToString(CultureInfo.InvariantCulture), concurrency.ToString(CultureInfo.InvariantCulture)],
            new Dictionary<string, string?> { [WorkProcess.PostgresVariable] = database, [WorkProcess.RedisVariable] = redis.ConnectionString });
    }

    private static void Print(string what, IEnumerable<double> figures, string format, string unit) =>
        Console.WriteLine($"{what,-34} {Spread.Of(figures).Text(format)} {unit}".TrimEnd());
}

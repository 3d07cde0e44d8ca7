using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.QueueBench;

/// <summary>How long a job waits, from its submission to the begin of its run, at an even rate of submissions, with the record.</summary>
internal static class QueueWait
{
    public static async Task<int> RunAsync(string[] options)
    {
        var (rate, seconds) = (Arguments.Number(options, "--rate", 100), Arguments.Number(options, "--seconds", 30));
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var postgres = await PostgresServer.StartAsync(durable: true);
        var database = await postgres.CreateDatabaseAsync();
        var handler = new Stopwatches();
        using var gateway = BenchHost.Submitting(BenchHost.Recorded, database, redis.ConnectionString);
        using var worker = BenchHost.Working(BenchHost.Recorded, database, redis.ConnectionString, 8, handler);
        await gateway.StartAsync();
        await worker.StartAsync();
        await worker.Services.GetRequiredService<Schema>().WhenAppliedAsync(CancellationToken.None);
        var submitter = gateway.Services.GetRequiredService<JobSubmitter>();

        var (warm, jobs) = (2 * rate, rate * (seconds + 2));
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        for (var i = 0; i < jobs; i++)
        {
            await clock.WaitForNextTickAsync();
            var now = TimeProvider.System.GetTimestamp();
            _ = submitter.SubmitAsync(NoOp.Job with { Payload = now.ToString(CultureInfo.InvariantCulture) }, CancellationToken.None);
        }

        while (handler.Waits.Count < jobs)
        {
            await Task.Delay(50);
        }

        double[] waits = [.. handler.Waits.Skip(warm).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{waits.Length} jobs at {rate}/s: median {At(0.5):0.0} ms, p90 {At(0.9):0.0} ms, p99 {At(0.99):0.0} ms, longest {waits[^1]:0.0} ms, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
        await worker.StopAsync();
        await gateway.StopAsync();
        return 0;

        double At(double share) => waits[(int)(share * (waits.Length - 1))];
    }

    /// <summary>Notes how long ago its jobs were submitted.</summary>
    private sealed class Stopwatches : IJobHandler
    {
        public ConcurrentQueue<double> Waits { get; } = new();

        public string Kind => NoOp.Job.Kind;

        public Task<JobOutput> HandleAsync(JobContext job, CancellationToken cancellationToken)
        {
            Waits.Enqueue(TimeProvider.System.GetElapsedTime(long.Parse(job.Payload, CultureInfo.InvariantCulture)).TotalMilliseconds);
            return Task.FromResult(new JobOutput("{}"));
        }
    }
}

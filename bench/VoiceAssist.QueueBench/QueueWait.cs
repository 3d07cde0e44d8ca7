using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.QueueBench;

/// <summary>How long a job waits at an even rate of submissions, with the record: until it is committed, and from then to the begin of its run.</summary>
internal static class QueueWait
{
    public static async Task<int> RunAsync(string[] options)
    {
        var (rate, seconds) = (Arguments.Number(options, "--rate", 100), Arguments.Number(options, "--seconds", 30));
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var postgres = await PostgresServer.StartAsync(durable: Arguments.Text(options, "--durable", "true") == "true");
        var database = await postgres.CreateDatabaseAsync();
        var (warm, jobs) = (2 * rate, rate * (seconds + 2));
        var moments = Enumerable.Range(0, jobs).Select(_ => new Moments()).ToArray();
        var handler = new Stopwatches(moments);
        using var gateway = BenchHost.Submitting(BenchHost.Recorded, database, redis.ConnectionString);
        using var worker = BenchHost.Working(BenchHost.Recorded, database, redis.ConnectionString, 8, handler);
        await gateway.StartAsync();
        await worker.StartAsync();
        await worker.Services.GetRequiredService<Schema>().WhenAppliedAsync(CancellationToken.None);
        var submitter = gateway.Services.GetRequiredService<JobSubmitter>();

        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        for (var i = 0; i < jobs; i++)
        {
            await clock.WaitForNextTickAsync();
            _ = SubmitAsync(submitter, i, moments);
        }

        while (moments.Any(moment => moment.Accepted == 0 || moment.Begun == 0))
        {
            await Task.Delay(50);
        }

        var counted = moments.Skip(warm).ToArray();
        Print("until committed", counted.Select(moment => moment.Accepted - moment.Submitted));
        Print("then until its run", counted.Select(moment => Math.Max(0, moment.Begun - moment.Accepted)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{counted.Length} jobs at {rate}/s, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
        await worker.StopAsync();
        await gateway.StopAsync();
        return 0;
    }

    private static async Task SubmitAsync(JobSubmitter submitter, int number, Moments[] moments)
    {
        moments[number].Submitted = TimeProvider.System.GetTimestamp();
        await submitter.SubmitAsync(NoOp.Job with { Payload = number.ToString(CultureInfo.InvariantCulture) }, CancellationToken.None);
        moments[number].Accepted = TimeProvider.System.GetTimestamp();
    }

    private static void Print(string what, IEnumerable<long> ticks)
    {
        double[] sorted = [.. ticks.Select(span => span * 1_000.0 / TimeProvider.System.TimestampFrequency).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-20} median {At(0.5):0.0} ms, p90 {At(0.9):0.0} ms, p99 {At(0.99):0.0} ms, longest {sorted[^1]:0.0} ms"));

        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }

    private sealed class Moments
    {
        public long Submitted { get; set; }

        public long Accepted { get; set; }

        public long Begun { get; set; }
    }

    /// <summary>Notes when its jobs begin.</summary>
    private sealed class Stopwatches(Moments[] moments) : IJobHandler
    {
        public string Kind => NoOp.Job.Kind;

        public Task<JobOutput> HandleAsync(JobContext job, CancellationToken cancellationToken)
        {
            moments[int.Parse(job.Payload, CultureInfo.InvariantCulture)].Begun = TimeProvider.System.GetTimestamp();
            return Task.FromResult(new JobOutput("{}"));
        }
    }
}

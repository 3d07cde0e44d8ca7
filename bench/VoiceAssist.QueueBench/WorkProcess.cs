using System.Globalization;

namespace VoiceAssist.QueueBench;

/// <summary>The one worker process of a comparison; prints <c>rate R</c>, completed jobs per second after the first quarter.</summary>
internal static class WorkProcess
{
    public const string PostgresVariable = "BENCH_POSTGRES";
    public const string RedisVariable = "BENCH_REDIS";

    public static async Task<int> RunAsync(string mode, int jobs, int concurrency)
    {
        using var completions = new Completions(jobs, jobs / 4);
        using var host = BenchHost.Working(mode, Variable(PostgresVariable), Variable(RedisVariable), concurrency, new NoOp());
        await host.StartAsync();
        await completions.Reached;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rate {completions.Rate:0}"));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cpu {Environment.CpuUsage.TotalTime.TotalMicroseconds / jobs:0.0} us per job, start included"));
        await host.StopAsync();
        return 0;
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}

using System.Globalization;
using VoiceAssist.Autoscaling.Simulation;

namespace VoiceAssist.Autoscaling.Benchmarks;

/// <summary>Both goals in a few seconds, in CPU time so that a busy machine does not blur them; BenchmarkDotNet has the last word.</summary>
internal static class QuickMeasure
{
    private const int Passes = 200_000;

    public static void Run()
    {
        var bench = new ReconcileBenchmarks();
        bench.Setup();
        for (var round = 0; round < 3; round++)
        {
            var start = Environment.CpuUsage.UserTime;
            for (var i = 0; i < Passes; i++)
            {
                bench.Pass();
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reconcile: {Passes / (Environment.CpuUsage.UserTime - start).TotalSeconds:0} passes/s of CPU time"));
        }

        foreach (var environment in new[] { "dev", "staging", "prod" })
        {
            var model = DayModel.Of(environment);
            var best = Enumerable.Range(1, 15).Select(seed =>
            {
                var start = Environment.CpuUsage.UserTime;
                Simulator.Run(model, seed);
                return (Environment.CpuUsage.UserTime - start).TotalMilliseconds;
            }).Min();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"day of {environment}: {best:0} ms of CPU time"));
        }
    }
}

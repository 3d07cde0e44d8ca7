using System.Globalization;
using System.Reflection;
using StackExchange.Redis;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.QueueBench;

/// <summary>BullMQ, installed by npm on first use, as its own fill and worker processes.</summary>
internal static class BullMq
{
    private static string Folder => typeof(BullMq).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "bullmq").Value!;

    public static async Task InstallAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            await ChildProcess.RunAsync("npm", ["install", "--prefix", Folder, "--no-package-lock", "--no-audit", "--no-fund"]);
        }
    }

    public static Task<string> FillAsync(string redis, int jobs) => RunAsync("fill.mjs", redis, jobs);

    public static async Task<double> WorkAsync(string redis, int jobs, int concurrency) => Rate(await RunAsync("work.mjs", redis, jobs, concurrency));

    /// <returns>The figure of a line <c>rate R</c>.</returns>
    public static double Rate(string output) => double.Parse(
        output.Split('\n').Last(line => line.StartsWith("rate ", StringComparison.Ordinal))[5..], CultureInfo.InvariantCulture);

    private static Task<string> RunAsync(string script, string redis, params int[] numbers)
    {
        var options = ConfigurationOptions.Parse(redis);
        var port = ((System.Net.IPEndPoint)options.EndPoints[0]).Port.ToString(CultureInfo.InvariantCulture);
        return OutputAsync("node",
            [Path.Combine(Folder, script), port, options.Password!, .. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <returns>What a process that ended well has written.</returns>
    public static async Task<string> OutputAsync(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        await using var process = await ChildProcess.StartAsync(file, arguments, environment: environment);
        return await process.WaitForExitAsync(CancellationToken.None) == 0
            ? process.Output
            : throw new InvalidOperationException($"{file} failed:\n{process.Output}");
    }
}

using VoiceAssist.Autoscaling.Advising;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Cli.Recommend;

/// <summary>What Prometheus recorded of one pod of a workload: two answers of <c>/api/v1/query_range</c>, CPU in cores and memory in bytes.</summary>
internal static class RecordedUsage
{
    private const int LargestFile = 64 << 20;

    /// <returns>The requests that the usage suggests; null when it is too short to tell.</returns>
    /// <exception cref="UsageException">A file cannot be read, or the two do not belong together.</exception>
    public static ResourceAmounts? Suggest(string cpuFile, string memoryFile)
    {
        var (cpu, memory) = (Read("--cpu-usage", cpuFile), Read("--memory-usage", memoryFile));
        var memoryAt = memory.ToDictionary(p => p.Time, p => p.PerSecond);
        return RequestAdvisor.Suggest([.. cpu.Where(p => memoryAt.ContainsKey(p.Time)).Select(p => new UsagePoint(p.Time, p.PerSecond, memoryAt[p.Time]))]);
    }

    private static IReadOnlyList<LoadPoint> Read(string option, string file)
    {
        try
        {
            return new FileInfo(file).Length <= LargestFile ? PrometheusRange.Read(File.ReadAllText(file)) : throw new FormatException($"larger than {LargestFile >> 20} MiB");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"{option}: '{file}': {e.Message}");
        }
    }
}

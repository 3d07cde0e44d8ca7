using VoiceAssist.Autoscaling.Advising;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Cli.Recorded;

namespace VoiceAssist.Cli.Recommend;

/// <summary>What Prometheus recorded of one pod of a workload: two answers of <c>/api/v1/query_range</c>, CPU in cores and memory in bytes.</summary>
internal static class RecordedUsage
{
    /// <returns>The requests that the usage suggests; null when it is too short to tell.</returns>
    /// <exception cref="UsageException">A file cannot be read, or the two do not belong together.</exception>
    public static ResourceAmounts? Suggest(string cpuFile, string memoryFile)
    {
        var (cpu, memory) = (RecordedFile.Prometheus("--cpu-usage", cpuFile), RecordedFile.Prometheus("--memory-usage", memoryFile));
        var memoryAt = memory.ToDictionary(p => p.Time, p => p.PerSecond);
        return RequestAdvisor.Suggest([.. cpu.Where(p => memoryAt.ContainsKey(p.Time)).Select(p => new UsagePoint(p.Time, p.PerSecond, memoryAt[p.Time]))]);
    }
}

using System.Globalization;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Simulation;

namespace VoiceAssist.Autoscaling.Advising;

/// <summary>Requests from recorded usage: the 95th percentile of CPU, and the most memory plus 15 %.</summary>
public static class RequestAdvisor
{
    private const double CpuPercentile = 0.95;
    private const double MemoryMargin = 1.15;

    // Far beyond any pod, and far enough from the range of the value types that no margin leads out of it.
    private const double LargestCores = 1e6;
    private const double LargestMemory = 1e17;
    private const int FewestPoints = 100;
    private const int LowestTarget = 50;
    private const int HighestTarget = 90;
    private static readonly TimeSpan ShortestTime = TimeSpan.FromHours(3);

    /// <summary>The usage per ready pod of a simulated run.</summary>
    public static IReadOnlyList<UsagePoint> UsageOf(WorkloadRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [.. run.Points.Where(p => p.Ready > 0).Select(p => new UsagePoint(p.Time, p.UsedCores / p.Ready, p.UsedMemory / p.Ready))];
    }

    /// <summary>The requests that usage suggests, in whole millicores and mebibytes.</summary>
    /// <returns>Null when less than three hours or a hundred points were recorded. NaN and negative points are left out.</returns>
    public static ResourceAmounts? Suggest(IReadOnlyList<UsagePoint> usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        var valid = usage.Where(p => p is { Cores: >= 0, MemoryBytes: >= 0 }).ToArray();
        if (valid.Length < FewestPoints || valid.Max(p => p.Time) - valid.Min(p => p.Time) < ShortestTime)
        {
            return null;
        }

        var cores = valid.Select(p => p.Cores).Order().ElementAt((int)Math.Ceiling(CpuPercentile * valid.Length) - 1);
        return new(
            Cpu.FromMillicores((long)Math.Ceiling(Math.Min(cores, LargestCores) * 1000)),
            Memory.FromMebibytes((long)Math.Ceiling(Math.Min(valid.Max(p => p.MemoryBytes), LargestMemory) * MemoryMargin / (1 << 20))));
    }

    /// <summary>The utilization target under a new request that scales at the same usage: target × request / new request, within 50 to 90 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A request is not positive.</exception>
    public static int KeepScalePoint(int target, long request, long newRequest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(newRequest);
        return (int)Math.Clamp(Math.Round((double)target * request / newRequest), LowestTarget, HighestTarget);
    }

    /// <summary>Advice on requests and, where an autoscaler compares with them, on its targets.</summary>
    /// <param name="requests">The requests in force.</param>
    /// <param name="usage">What was recorded.</param>
    /// <param name="cpuTarget">The autoscaler's CPU utilization target, null when it has none.</param>
    /// <param name="memoryTarget">Its memory utilization target, null when it has none.</param>
    public static IReadOnlyList<Advice> Advise(ResourceAmounts requests, IReadOnlyList<UsagePoint> usage, int? cpuTarget = null, int? memoryTarget = null)
    {
        if (Suggest(usage) is not { } suggested)
        {
            var span = usage.Count == 0 ? TimeSpan.Zero : usage.Max(p => p.Time) - usage.Min(p => p.Time);
            return
            [
                new(AdviceKind.NotEnoughData, "requests",
                    string.Create(CultureInfo.InvariantCulture, $"{usage.Count} points over {span.TotalHours:0.#} h are too few; record at least {FewestPoints} points over {ShortestTime.TotalHours:0} h."),
                    new Dictionary<string, double> { ["points"] = usage.Count, ["hours"] = span.TotalHours }),
            ];
        }

        return
        [
            .. One("cpu", requests.Cpu.Millicores, suggested.Cpu.Millicores, requests.Cpu.ToString(), suggested.Cpu.ToString(), "the 95th percentile of use", cpuTarget),
            .. One("memory", requests.Memory.Bytes, suggested.Memory.Bytes, requests.Memory.ToString(), suggested.Memory.ToString(), "the most ever used plus 15 %", memoryTarget),
        ];
    }

    private static IEnumerable<Advice> One(string resource, long request, long suggested, string was, string becomes, string why, int? target)
    {
        if (request == suggested)
        {
            yield break;
        }

        var figures = new Dictionary<string, double> { ["request"] = request, ["suggested"] = suggested };
        yield return new(AdviceKind.Requests, resource, $"request {becomes} instead of {was}: {why}.", figures);
        if (target is { } percent && suggested > 0 && request > 0 && KeepScalePoint(percent, request, suggested) is var kept && kept != percent)
        {
            yield return new(
                AdviceKind.Target,
                resource,
                $"with that request a target of {kept} % (now {percent} %) keeps the usage at which it scales, within {LowestTarget} to {HighestTarget} %.",
                new Dictionary<string, double>(figures) { ["target"] = percent, ["suggestedTarget"] = kept });
        }
    }
}

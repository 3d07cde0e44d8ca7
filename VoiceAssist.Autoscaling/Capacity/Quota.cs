using System.Globalization;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Capacity;

/// <summary>The <c>hard</c> part of a ResourceQuota.</summary>
public sealed record Quota(ResourceAmounts Requests, ResourceAmounts Limits, int Pods)
{
    private const long Core = 1000;
    private const long Gibibyte = 1L << 30;

    /// <summary>A quota for a total, rounded up to whole cores and gibibytes so that the published file stays readable.</summary>
    public static Quota Admitting(PodTotals total) => new(RoundUp(total.Requests), RoundUp(total.Limits), total.Pods);

    /// <summary>Whether a total fits.</summary>
    public bool Admits(PodTotals total) => total.Requests.FitsInto(Requests) && total.Limits.FitsInto(Limits) && total.Pods <= Pods;

    /// <summary>The entries of <c>spec.hard</c>, in canonical quantities.</summary>
    public IReadOnlyDictionary<string, string> ToHard() => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["limits.cpu"] = Limits.Cpu.ToString(),
        ["limits.memory"] = Limits.Memory.ToString(),
        ["pods"] = Pods.ToString(CultureInfo.InvariantCulture),
        ["requests.cpu"] = Requests.Cpu.ToString(),
        ["requests.memory"] = Requests.Memory.ToString(),
    };

    private static ResourceAmounts RoundUp(ResourceAmounts amounts) => new(
        Cpu.FromMillicores(RoundUp(amounts.Cpu.Millicores, Core)),
        Memory.FromBytes(RoundUp(amounts.Memory.Bytes, Gibibyte)));

    private static long RoundUp(long value, long step) => checked((value + step - 1) / step * step);
}

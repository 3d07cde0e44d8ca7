using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Cli.Published;

/// <summary>What the ResourceQuotas among some objects allow together.</summary>
internal static class ManifestQuota
{
    // More than any namespace holds: what a quota does not name is not limited.
    private static readonly Cpu NoCpuLimit = Cpu.FromMillicores(1_000_000_000);
    private static readonly Memory NoMemoryLimit = Memory.FromMebibytes(1L << 40);
    private const int NoPodLimit = 1_000_000;

    /// <returns>Null where there is none.</returns>
    /// <exception cref="UsageException">An amount that is no quantity.</exception>
    public static Quota? Of(IEnumerable<JsonObject> objects)
    {
        var hard = objects.Where(o => (string?)o["kind"] == "ResourceQuota").Select(o => o["spec"]?["hard"]).OfType<JsonObject>().ToList();
        return hard.Count == 0
            ? null
            : new(
                new(Least(hard, NoCpuLimit, t => Cpu.Parse(t), "requests.cpu", "cpu"), Least(hard, NoMemoryLimit, t => Memory.Parse(t), "requests.memory", "memory")),
                new(Least(hard, NoCpuLimit, t => Cpu.Parse(t), "limits.cpu"), Least(hard, NoMemoryLimit, t => Memory.Parse(t), "limits.memory")),
                Least(hard, NoPodLimit, int.Parse, "pods", "count/pods"));
    }

    private static T Least<T>(List<JsonObject> hard, T unlimited, Func<string, T> read, params string[] names)
    {
        try
        {
            return hard.SelectMany(h => names.Select(n => h[n]?.ToString())).OfType<string>().Select(read).Append(unlimited).Min()!;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new UsageException($"ResourceQuota, {names[0]}: {e.Message}");
        }
    }
}

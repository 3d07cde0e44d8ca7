using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Storage;

/// <summary>Redis has units of its own, and its memory must leave room below the container's limit.</summary>
internal sealed partial class RedisMemory : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK703", Severity.Error, "Redis cannot use the maxmemory it is given")
    {
        Why = "Redis knows b, k, kb, m, mb, g and gb; `768Mi`, a Kubernetes quantity, ends it at the start (`argument must be a memory value`). "
            + "At or above the container's memory limit Redis is killed before it evicts anything, since its maxmemory leaves out buffers and fragmentation.",
        Do = "Write `768mb`, and keep a fifth or more of the limit free.",
        Source = "redis/redis src/util.c (memtoull), redis.conf",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        from container in pods.All
        let words = Words(container)
        where words.Any(w => w.Split('/')[^1] == "redis-server")
        from value in Values(words)
        where !value.Contains('$', StringComparison.Ordinal)
        let problem = Problem(value, PodResources.Text(container.Resources?.Limits, "memory"))
        where problem is not null
        select Found(plan, pods.Planned, $"container {container.Name} starts redis-server with --maxmemory {value}: {problem}");

    private static string[] Words(V1Container container) =>
        string.Join(' ', (container.Command ?? []).Concat(container.Args ?? [])).Split((char[])[' ', '\t', '\n', '"', '\'', ';'], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Values(string[] words) => words.Zip(words.Skip(1)).Where(w => w.First == "--maxmemory").Select(w => w.Second);

    private static string? Problem(string value, string? limit)
    {
        var parsed = Amount().Match(value);
        if (!parsed.Success)
        {
            return "it has a unit that Redis does not know";
        }

        var bytes = BigInteger.Parse(parsed.Groups[1].Value, CultureInfo.InvariantCulture) * Unit(parsed.Groups[2].Value.ToLowerInvariant());
        return limit is not null && bytes >= PodResources.MemoryOf(limit).Bytes ? $"the container's limit is {limit}" : null;
    }

    private static long Unit(string unit) => unit switch
    {
        "k" => 1000,
        "kb" => 1L << 10,
        "m" => 1_000_000,
        "mb" => 1L << 20,
        "g" => 1_000_000_000,
        "gb" => 1L << 30,
        _ => 1,
    };

    [GeneratedRegex(@"^(\d+)(b|k|kb|m|mb|g|gb)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();
}

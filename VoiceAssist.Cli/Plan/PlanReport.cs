using System.Globalization;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Planning;
using VoiceAssist.Cli.Nodes;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Plan;

/// <summary>What an environment needs: pods, requests, limits, quota, and nodes.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Capacity">What its workloads need.</param>
/// <param name="Overhead">What a node does not give to workloads.</param>
/// <param name="Compared">Every size that was asked for; empty for none.</param>
internal sealed record PlanReport(PublishedEnvironment Environment, CapacityReport Capacity, NodeOverhead Overhead, IReadOnlyList<PlannedNodes> Compared)
{
    /// <summary>The size that costs least at the peak, or the only one; null without sizes.</summary>
    public PlannedNodes? Chosen { get; } = Compared.Where(c => c.Plan is not null).MinBy(c => (c.Plan!.Peak.MonthlyCost ?? 0, c.Plan.Peak.Nodes));

    /// <exception cref="UsageException">No size holds every pod.</exception>
    public static PlanReport Of(PublishedEnvironment environment, IReadOnlyList<GivenNode> nodes, NodeOverhead overhead, int spareNodes)
    {
        var capacity = environment.Capacity;
        var report = new PlanReport(environment, capacity, overhead, [.. nodes.Select(n => PlannedNodes.Of(capacity, n, spareNodes))]);
        return report.Compared.Count == 0 || report.Chosen is not null ? report : throw new UsageException($"--node: {report.Compared[^1].TooSmall}");
    }

    /// <summary>What nodes do not give to workloads, in words; null without nodes.</summary>
    public string? Remark => Chosen is null ? null : $"Of each node {Overhead}: --node-reserved, --daemon-pods, --daemon-requests and --max-pods.";

    public IEnumerable<TextTable> ToTables()
    {
        yield return new(
            ["workload", "replicas", "requests", "limits", "at the peak", "surge"],
            [.. Capacity.Workloads.Select(w => (IReadOnlyList<Cell>)[w.Workload.Name, Range(w.Workload), $"{w.Workload.Requests}", $"{w.Workload.Limits}", $"{w.Summary.Peak.Requests}", $"{w.Summary.Surge.Pods}"])]);
        yield return new(
            ["all together", "pods", "requests", "limits"],
            [Row("idle", Capacity.Total.Idle), Row("peak", Capacity.Total.Peak), Row("peak and a rollout", Capacity.Total.Peak + Capacity.Total.Surge), Row("the most at once", Capacity.Total.Ceiling), ["quota", $"{Capacity.Quota.Pods}", $"{Capacity.Quota.Requests}", $"{Capacity.Quota.Limits}"]]);
        if (Compared.Count > 1)
        {
            yield return new(["node", "size", "idle", "peak", "the most at once", "a month idle", "a month at the peak"], [.. Compared.Select(Row)]);
        }

        if (Chosen is { Plan: { } nodes, Node: var node })
        {
            yield return new(
                [$"nodes of {node.Shape.Name}", "nodes", "fewest possible", "cpu free", "memory free", "a month"],
                [Row("idle", nodes.Idle), Row("peak", nodes.Peak), Row("the most at once", nodes.Ceiling)]);
        }
    }

    public object ToJson() => new
    {
        Environment = Environment.Name,
        Environment.Namespace,
        Workloads = Capacity.Workloads.Select(w => new { w.Workload.Name, w.Workload.MinReplicas, w.Workload.MaxReplicas, Requests = Amounts(w.Workload.Requests), Limits = Amounts(w.Workload.Limits) }),
        Idle = Totals(Capacity.Total.Idle),
        Peak = Totals(Capacity.Total.Peak),
        Surge = Totals(Capacity.Total.Surge),
        Ceiling = Totals(Capacity.Total.Ceiling),
        Quota = Capacity.Quota.ToHard(),
        Nodes = Chosen is null ? null : Of(Chosen),
        Compared = Compared.Count > 1 ? Compared.Select(Of) : null,
    };

    private static object Amounts(ResourceAmounts amounts) => new { Cpu = amounts.Cpu.ToString(), Memory = amounts.Memory.ToString() };

    private static object Totals(PodTotals totals) => new { totals.Pods, Requests = Amounts(totals.Requests), Limits = Amounts(totals.Limits) };

    private static object Of(PlannedNodes planned) => new
    {
        Node = planned.Node.Shape.Name,
        Capacity = Amounts(planned.Node.Shape.Capacity),
        Reserved = Amounts(planned.Node.Shape.Reserved),
        DaemonRequests = Amounts(planned.Node.Shape.DaemonRequests),
        planned.Node.Shape.DaemonPods,
        planned.Node.Shape.MaxPods,
        Idle = Of(planned.Plan?.Idle),
        Peak = Of(planned.Plan?.Peak),
        Ceiling = Of(planned.Plan?.Ceiling),
        planned.Node.Prices?.Currency,
        planned.TooSmall,
    };

    private static object? Of(NodePlan? plan) => plan is null
        ? null
        : new { plan.Nodes, plan.FewestPossible, CpuFree = Math.Round(plan.CpuHeadroom, 3), MemoryFree = Math.Round(plan.MemoryHeadroom, 3), plan.MonthlyCost, Packed = plan.Packed.Select(p => p.Pods) };

    private static string Range(WorkloadCapacity workload) => workload.MinReplicas == workload.MaxReplicas ? $"{workload.MinReplicas}" : $"{workload.MinReplicas} to {workload.MaxReplicas}";

    private static IReadOnlyList<Cell> Row(string name, PodTotals totals) => [name, $"{totals.Pods}", $"{totals.Requests}", $"{totals.Limits}"];

    private static IReadOnlyList<Cell> Row(PlannedNodes planned) => planned.Plan is { } plan
        ? [planned.Node.Shape.Name, $"{planned.Node.Shape.Capacity}", $"{plan.Idle.Nodes}", $"{plan.Peak.Nodes}", $"{plan.Ceiling.Nodes}", Cost(plan.Idle, planned.Node), Cost(plan.Peak, planned.Node)]
        : [planned.Node.Shape.Name, $"{planned.Node.Shape.Capacity}", new("too small", Tone.Notable), "", "", "", ""];

    private IReadOnlyList<Cell> Row(string name, NodePlan plan) =>
    [
        name,
        $"{plan.Nodes}",
        $"{plan.FewestPossible}",
        string.Create(CultureInfo.InvariantCulture, $"{plan.CpuHeadroom * 100:0} %"),
        string.Create(CultureInfo.InvariantCulture, $"{plan.MemoryHeadroom * 100:0} %"),
        Cost(plan, Chosen!.Node),
    ];

    private static string Cost(NodePlan plan, GivenNode node) => plan.MonthlyCost is { } cost ? string.Create(CultureInfo.InvariantCulture, $"{cost:0.00} {node.Prices!.Currency}").TrimEnd() : "-";
}

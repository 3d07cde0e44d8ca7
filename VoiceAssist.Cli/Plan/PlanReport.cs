using System.Globalization;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Planning;
using VoiceAssist.Cli.Nodes;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Plan;

/// <summary>What an environment needs: pods, requests, limits, quota, and nodes.</summary>
internal sealed record PlanReport(PublishedEnvironment Environment, CapacityReport Capacity, ClusterPlan? Nodes, GivenNode? Node)
{
    /// <exception cref="UsageException">A pod is larger than the node.</exception>
    public static PlanReport Of(PublishedEnvironment environment, GivenNode? node, int spareNodes)
    {
        try
        {
            return new(environment, environment.Capacity, node is null ? null : Planner.Plan(environment.Capacity, node.Shape, node.Prices, spareNodes), node);
        }
        catch (ArgumentException tooLarge)
        {
            throw new UsageException($"--node: {tooLarge.Message.Split('\n', '(')[0].TrimEnd()}");
        }
    }

    public IEnumerable<TextTable> ToTables()
    {
        yield return new(
            ["workload", "replicas", "requests", "limits", "at the peak", "surge"],
            [.. Capacity.Workloads.Select(w => (IReadOnlyList<Cell>)[w.Workload.Name, Range(w.Workload), $"{w.Workload.Requests}", $"{w.Workload.Limits}", $"{w.Summary.Peak.Requests}", $"{w.Summary.Surge.Pods}"])]);
        yield return new(
            ["all together", "pods", "requests", "limits"],
            [Row("idle", Capacity.Total.Idle), Row("peak", Capacity.Total.Peak), Row("peak and a rollout", Capacity.Total.Peak + Capacity.Total.Surge), Row("the most at once", Capacity.Total.Ceiling), ["quota", $"{Capacity.Quota.Pods}", $"{Capacity.Quota.Requests}", $"{Capacity.Quota.Limits}"]]);
        if (Nodes is { } nodes)
        {
            yield return new(
                [$"nodes of {Node!.Shape.Name}", "nodes", "fewest possible", "cpu free", "memory free", "a month"],
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
        Nodes = Nodes is null ? null : new { Node = Node!.Shape.Name, Idle = Of(Nodes.Idle), Peak = Of(Nodes.Peak), Ceiling = Of(Nodes.Ceiling), Node.Prices?.Currency },
    };

    private static object Amounts(ResourceAmounts amounts) => new { Cpu = amounts.Cpu.ToString(), Memory = amounts.Memory.ToString() };

    private static object Totals(PodTotals totals) => new { totals.Pods, Requests = Amounts(totals.Requests), Limits = Amounts(totals.Limits) };

    private static object Of(NodePlan plan) => new { plan.Nodes, plan.FewestPossible, CpuFree = Math.Round(plan.CpuHeadroom, 3), MemoryFree = Math.Round(plan.MemoryHeadroom, 3), plan.MonthlyCost };

    private static string Range(WorkloadCapacity workload) => workload.MinReplicas == workload.MaxReplicas ? $"{workload.MinReplicas}" : $"{workload.MinReplicas} to {workload.MaxReplicas}";

    private static IReadOnlyList<Cell> Row(string name, PodTotals totals) => [name, $"{totals.Pods}", $"{totals.Requests}", $"{totals.Limits}"];

    private IReadOnlyList<Cell> Row(string name, NodePlan plan) =>
    [
        name,
        $"{plan.Nodes}",
        $"{plan.FewestPossible}",
        string.Create(CultureInfo.InvariantCulture, $"{plan.CpuHeadroom * 100:0} %"),
        string.Create(CultureInfo.InvariantCulture, $"{plan.MemoryHeadroom * 100:0} %"),
        plan.MonthlyCost is { } cost ? string.Create(CultureInfo.InvariantCulture, $"{cost:0.00} {Node!.Prices!.Currency}") : "-",
    ];
}

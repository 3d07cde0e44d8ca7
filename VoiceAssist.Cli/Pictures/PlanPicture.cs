using System.Globalization;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Planning;

namespace VoiceAssist.Cli.Pictures;

/// <summary>A plan as a picture: what is requested idle, at the peak and at most, of what the nodes have; and what is packed on each node at the peak.</summary>
internal static class PlanPicture
{
    private const int MostNodes = 20;
    private const double Gibibyte = 1 << 30;

    /// <summary>The rows of the picture.</summary>
    /// <param name="capacity">What the workloads need.</param>
    /// <param name="nodes">The nodes; null without.</param>
    public static IReadOnlyList<PictureRow> Rows(CapacityReport capacity, ClusterPlan? nodes)
    {
        var names = ShortNames([.. capacity.Workloads.Select(w => w.Workload.Name)]);
        var bars = new AmountBars(names);
        var outlined = nodes is null ? "" : ", outlined: what the nodes have";
        var rows = new List<PictureRow>
        {
            bars.ToRow(Situations(capacity, nodes, Cores), Cores(capacity.Quota.Requests), true, $"cores requested{outlined},", Text($"dashed: the quota of {capacity.Quota.Requests.Cpu}")),
            bars.ToRow(Situations(capacity, nodes, Memory), Memory(capacity.Quota.Requests), false, $"GiB requested{outlined},", Text($"dashed: the quota of {capacity.Quota.Requests.Memory}")),
        };
        if (nodes is { Peak.Packed.Count: > 0 })
        {
            rows.Add(Packed(bars, capacity, nodes.Peak));
        }

        return rows;
    }

    /// <summary>Names without the beginning that they share, up to its last dash.</summary>
    public static IReadOnlyList<string> ShortNames(IReadOnlyList<string> names)
    {
        var shared = names.Count < 2 ? 0 : Enumerable.Range(0, names.Min(n => n.Length)).TakeWhile(i => names.All(n => n[i] == names[0][i])).Count();
        var dash = names.Count == 0 ? -1 : names[0][..shared].LastIndexOf('-');
        return [.. names.Select(n => n[(dash + 1)..])];
    }

    private static IReadOnlyList<AmountBars.Bar> Situations(CapacityReport capacity, ClusterPlan? nodes, Func<ResourceAmounts, double> of)
    {
        return [Situation("idle", s => s.Idle, nodes?.Idle), Situation("peak", s => s.Peak, nodes?.Peak), Situation("most", s => s.Ceiling, nodes?.Ceiling)];

        AmountBars.Bar Situation(string name, Func<CapacitySummary, PodTotals> totals, NodePlan? plan) => new(
            name,
            [.. capacity.Workloads.Select(w => of(totals(w.Summary).Requests))],
            plan is null ? null : of(plan.Node.Available) * plan.Nodes,
            plan is null ? "" : Text($"{plan.Nodes} {(plan.Nodes == 1 ? "node" : "nodes")}"));
    }

    // In whichever is scarcer: the other has more room everywhere.
    private static PictureRow Packed(AmountBars bars, CapacityReport capacity, NodePlan plan)
    {
        var (name, of) = plan.CpuHeadroom <= plan.MemoryHeadroom ? ("cpu", (Func<ResourceAmounts, double>)Cores) : ("memory", Memory);
        var available = of(plan.Node.Available);
        var nodes = plan.Packed.Take(MostNodes).Select((node, i) => new AmountBars.Bar(
            Text($"node {i + 1}"),
            [.. capacity.Workloads.Select(w => 100 * node.Pods.GetValueOrDefault(w.Workload.Name) * of(w.Workload.Requests) / available)],
            100,
            Text($"{node.Pods.Values.Sum()} pods"))).ToList();
        var more = plan.Packed.Count > MostNodes ? Text($" (and {plan.Packed.Count - MostNodes} nodes more)") : "";
        return bars.ToRow(nodes, null, false, Text($"% of a node's {name} at the peak{more}"));
    }

    private static double Cores(ResourceAmounts amounts) => amounts.Cpu.Cores;

    private static double Memory(ResourceAmounts amounts) => amounts.Memory.Bytes / Gibibyte;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

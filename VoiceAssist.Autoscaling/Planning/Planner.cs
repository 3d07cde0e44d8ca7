using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Planning;

/// <summary>How many nodes an environment needs and what they cost. Pure.</summary>
public static class Planner
{
    /// <summary>Plans for one node size.</summary>
    /// <param name="report">The environment's capacity.</param>
    /// <param name="node">The node size.</param>
    /// <param name="prices">The user's prices; null leaves costs out.</param>
    /// <param name="spareNodes">Nodes that may be lost without pods becoming Pending.</param>
    /// <exception cref="ArgumentException">A single pod is larger than a node.</exception>
    public static ClusterPlan Plan(CapacityReport report, NodeShape node, PriceTable? prices = null, int spareNodes = 0)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(node);
        ArgumentOutOfRangeException.ThrowIfNegative(spareNodes);
        return new(For(s => s.Idle.Pods), For(s => s.Peak.Pods), For(s => s.Ceiling.Pods));

        NodePlan For(Func<CapacitySummary, int> pods)
        {
            var demands = report.Workloads.Select(w => new PodDemand(w.Workload.Name, pods(w.Summary), w.Workload.Requests)).ToArray();
            var packed = BinPacking.Pack(node, demands);
            return new(node, packed, spareNodes, BinPacking.LowerBound(node, demands), prices?.Monthly(node, packed.Count + spareNodes));
        }
    }
}

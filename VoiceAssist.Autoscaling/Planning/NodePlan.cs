using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Planning;

/// <summary>The nodes that one situation needs.</summary>
/// <param name="Node">The node size.</param>
/// <param name="Packed">The nodes that hold the pods, without spares.</param>
/// <param name="SpareNodes">Nodes on top, so that as many may be lost.</param>
/// <param name="FewestPossible">No packing could do with fewer nodes than this (without spares).</param>
/// <param name="MonthlyCost">Cost of all nodes per month, null without a price table.</param>
public sealed record NodePlan(NodeShape Node, IReadOnlyList<PackedNode> Packed, int SpareNodes, int FewestPossible, decimal? MonthlyCost)
{
    public int Nodes => Packed.Count + SpareNodes;

    /// <summary>What the pods request.</summary>
    public ResourceAmounts Used => Packed.Aggregate(ResourceAmounts.Zero, (sum, node) => sum + node.Used);

    /// <summary>What all nodes together have left, spares included.</summary>
    public ResourceAmounts Free => (Node.Available * Nodes) - Used;

    /// <summary>Free CPU as a fraction of what is available to workloads; 0 without nodes.</summary>
    public double CpuHeadroom => Fraction(Free.Cpu.Millicores, Node.Available.Cpu.Millicores);

    /// <summary>Free memory as a fraction of what is available to workloads; 0 without nodes.</summary>
    public double MemoryHeadroom => Fraction(Free.Memory.Bytes, Node.Available.Memory.Bytes);

    private double Fraction(long free, long perNode) => Nodes == 0 || perNode == 0 ? 0 : (double)free / (perNode * (double)Nodes);
}

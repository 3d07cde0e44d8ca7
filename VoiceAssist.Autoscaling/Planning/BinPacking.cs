using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Planning;

/// <summary>Places pods on equal nodes: first fit, largest pods first, in CPU, memory and number.</summary>
/// <remarks>First fit decreasing needs at most about 11/9 of the fewest possible nodes in one dimension; <see cref="LowerBound"/> tells how close a result is.</remarks>
public static class BinPacking
{
    /// <summary>The nodes that hold all pods.</summary>
    /// <exception cref="ArgumentException">A single pod is larger than a node.</exception>
    public static IReadOnlyList<PackedNode> Pack(NodeShape node, IEnumerable<PodDemand> demands)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(demands);
        var room = node.Available;
        var bins = new List<Bin>();
        foreach (var demand in demands.Where(d => d.Pods > 0).OrderByDescending(d => Share(d.Requests, room)).ThenBy(d => d.Workload, StringComparer.Ordinal))
        {
            if (!demand.Requests.FitsInto(room) || node.AvailablePods == 0)
            {
                throw new ArgumentException(
                    $"A pod of {demand.Workload} requests {demand.Requests}, but a node {node.Name} has only {room} and {node.AvailablePods} pods left for workloads.",
                    nameof(demands));
            }

            for (var pod = 0; pod < demand.Pods; pod++)
            {
                var bin = bins.Find(b => b.Count < node.AvailablePods && demand.Requests.FitsInto(b.Free));
                if (bin is null)
                {
                    bins.Add(bin = new Bin(room));
                }

                bin.Add(demand);
            }
        }

        return [.. bins.Select(b => new PackedNode(b.Pods, room - b.Free, b.Free))];
    }

    /// <summary>No packing needs fewer nodes than this: the largest of the sums divided by one node's room.</summary>
    public static int LowerBound(NodeShape node, IEnumerable<PodDemand> demands)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(demands);
        var (total, pods) = demands.Aggregate((Total: ResourceAmounts.Zero, Pods: 0), (sum, d) => (sum.Total + (d.Requests * d.Pods), sum.Pods + d.Pods));
        return (int)Math.Max(
            DivideUp(pods, node.AvailablePods),
            Math.Max(DivideUp(total.Cpu.Millicores, node.Available.Cpu.Millicores), DivideUp(total.Memory.Bytes, node.Available.Memory.Bytes)));
    }

    private static long DivideUp(long amount, long room) => amount == 0 ? 0 : (amount + room - 1) / Math.Max(1, room);

    private static double Share(ResourceAmounts pod, ResourceAmounts room) => Math.Max(
        (double)pod.Cpu.Millicores / Math.Max(1, room.Cpu.Millicores),
        (double)pod.Memory.Bytes / Math.Max(1, room.Memory.Bytes));

    private sealed class Bin(ResourceAmounts room)
    {
        public Dictionary<string, int> Pods { get; } = [];

        public ResourceAmounts Free { get; private set; } = room;

        public int Count { get; private set; }

        public void Add(PodDemand demand)
        {
            Pods[demand.Workload] = Pods.GetValueOrDefault(demand.Workload) + 1;
            Free -= demand.Requests;
            Count++;
        }
    }
}

using System.Globalization;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Planning;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Cli.Nodes;

/// <summary>What a node has, but not for workloads.</summary>
/// <param name="ReservedShare">The share of CPU and memory that system and kubelet keep, 0 to 1; null where it is an amount.</param>
/// <param name="Reserved">The amount; used without a share.</param>
/// <param name="DaemonPods">Daemon pods on every node.</param>
/// <param name="DaemonRequests">What they request together.</param>
/// <param name="MaxPods">The most pods of a node, daemon pods included.</param>
internal sealed record NodeOverhead(double? ReservedShare, ResourceAmounts Reserved, int DaemonPods, ResourceAmounts DaemonRequests, int MaxPods)
{
    /// <summary>A node with this overhead.</summary>
    public NodeShape On(string name, ResourceAmounts capacity) => new()
    {
        Name = name,
        Capacity = capacity,
        Reserved = ReservedShare is { } share ? new(Cpu.FromMillicores((long)(capacity.Cpu.Millicores * share)), Memory.FromBytes((long)(capacity.Memory.Bytes * share))) : Reserved,
        DaemonPods = DaemonPods,
        DaemonRequests = DaemonRequests,
        MaxPods = MaxPods,
    };

    public override string ToString()
    {
        var kept = ReservedShare is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %") : Reserved.ToString();
        return $"system and kubelet keep {kept}, {DaemonPods} daemon pods request {DaemonRequests}, at most {MaxPods} pods";
    }
}

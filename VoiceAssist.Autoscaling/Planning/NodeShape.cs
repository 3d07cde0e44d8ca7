using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Planning;

/// <summary>A size of node one can rent.</summary>
public sealed record NodeShape
{
    /// <summary>Its name in the price table.</summary>
    public required string Name { get; init; }

    /// <summary>What the machine has.</summary>
    public required ResourceAmounts Capacity { get; init; }

    /// <value>What the system and the kubelet keep for themselves (capacity minus allocatable). Default nothing.</value>
    public ResourceAmounts Reserved { get; init; }

    /// <value>What daemon sets request on every node. Default nothing.</value>
    public ResourceAmounts DaemonRequests { get; init; }

    /// <value>How many daemon pods run on every node. Default 0.</value>
    public int DaemonPods { get; init; }

    /// <value>The kubelet's <c>maxPods</c>. Default 110.</value>
    public int MaxPods { get; init; } = 110;

    /// <summary>What is left for workloads; never below zero.</summary>
    public ResourceAmounts Available => new(
        Cpu.FromMillicores(Math.Max(0, Capacity.Cpu.Millicores - Reserved.Cpu.Millicores - DaemonRequests.Cpu.Millicores)),
        Memory.FromBytes(Math.Max(0, Capacity.Memory.Bytes - Reserved.Memory.Bytes - DaemonRequests.Memory.Bytes)));

    /// <summary>How many workload pods a node can hold by number.</summary>
    public int AvailablePods => Math.Max(0, MaxPods - DaemonPods);
}

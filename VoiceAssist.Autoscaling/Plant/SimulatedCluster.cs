using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Autoscaling.Plant;

/// <summary>Nodes and quota: decides whether a pod may exist and where it runs.</summary>
internal sealed class SimulatedCluster(SimulatedNode[] nodes, Quota? quota)
{
    private PodTotals _used;

    public SimulatedNode[] Nodes => nodes;

    /// <summary>Counts up whenever room or quota is given back, so that waiting pods know when to try again.</summary>
    public int Releases { get; private set; }

    /// <summary>Creates a pod's share of the quota, unless that is exhausted. Pods that are stopping still count.</summary>
    public bool TryAdmit(WorkloadCapacity workload)
    {
        var after = _used + PodTotals.Of(workload, 1);
        if (quota is not null && !quota.Admits(after))
        {
            return false;
        }

        _used = after;
        return true;
    }

    /// <summary>Gives back quota and, where the pod had a node, its room.</summary>
    public void Release(WorkloadCapacity workload, SimulatedNode? node)
    {
        _used = new(_used.Pods - 1, _used.Requests - workload.Requests, _used.Limits - workload.Limits);
        node?.Take(workload.Requests.Cpu.Millicores, workload.Requests.Memory.Bytes, -1);
        Releases++;
    }

    /// <summary>Takes room on the node with the most free CPU, as the scheduler's default spreading does; null when none has room.</summary>
    public SimulatedNode? TryPlace(WorkloadCapacity workload)
    {
        var (cpu, memory) = (workload.Requests.Cpu.Millicores, workload.Requests.Memory.Bytes);
        SimulatedNode? best = null;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].HasRoom(cpu, memory) && (best is null || nodes[i].FreeCpu > best.FreeCpu))
            {
                best = nodes[i];
            }
        }

        best?.Take(cpu, memory, 1);
        return best;
    }

    public void Changed() => Releases++;
}

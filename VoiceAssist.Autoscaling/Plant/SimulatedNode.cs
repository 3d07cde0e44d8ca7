using VoiceAssist.Autoscaling.Planning;

namespace VoiceAssist.Autoscaling.Plant;

/// <summary>A node with what its pods request and want.</summary>
internal sealed class SimulatedNode(string name, NodeShape shape, double kubeletPhase)
{
    private readonly HashSet<int> _images = [];

    public string Name { get; } = name;

    public long FreeCpu { get; private set; } = shape.Available.Cpu.Millicores;

    public long FreeMemory { get; private set; } = shape.Available.Memory.Bytes;

    public int FreePods { get; private set; } = shape.AvailablePods;

    /// <summary>Cores left for workloads.</summary>
    public double Cores { get; } = shape.Available.Cpu.Cores;

    /// <summary>When the node was lost; infinite while it works.</summary>
    public double LostAt { get; set; } = double.PositiveInfinity;

    public bool IsLost => !double.IsPositiveInfinity(LostAt);

    public double NextMeasurement { get; set; } = kubeletPhase;

    /// <summary>Cores that all pods of this node wanted in the last step.</summary>
    public double WantedCores { get; set; }

    /// <summary>What a pod gets of what it wants beyond its request when the node's cores do not suffice.</summary>
    public double Share => WantedCores <= Cores ? 1 : Cores / WantedCores;

    public bool HasRoom(long cpu, long memory) => !IsLost && FreePods > 0 && cpu <= FreeCpu && memory <= FreeMemory;

    public void Take(long cpu, long memory, int sign)
    {
        FreeCpu -= sign * cpu;
        FreeMemory -= sign * memory;
        FreePods -= sign;
    }

    /// <summary>Whether the workload's image still had to be pulled; it is there afterwards.</summary>
    public bool NeedsPull(int workload) => _images.Add(workload);

    /// <summary>Forgets an image: a rollout brings a new one.</summary>
    public void ForgetImage(int workload) => _images.Remove(workload);
}

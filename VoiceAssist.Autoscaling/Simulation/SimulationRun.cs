namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>The result of a simulation.</summary>
public sealed record SimulationRun(SimulationModel Model, int Seed, IReadOnlyList<WorkloadRun> Workloads)
{
    /// <summary>A workload by name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public WorkloadRun this[string name] =>
        Workloads.FirstOrDefault(w => w.Name == name)
        ?? throw new ArgumentException($"No workload '{name}'; there are {string.Join(", ", Workloads.Select(w => w.Name))}.", nameof(name));
}

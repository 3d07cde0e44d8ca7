using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>Everything a simulation depends on, besides its seed.</summary>
public sealed record SimulationModel
{
    /// <summary>The workloads, which share nodes and quota.</summary>
    public required IReadOnlyList<WorkloadModel> Workloads { get; init; }

    /// <summary>How much time is simulated.</summary>
    public required TimeSpan Duration { get; init; }

    /// <value>The plant's time step. Default 1 s.</value>
    public TimeSpan Step { get; init; } = TimeSpan.FromSeconds(1);

    /// <value>How often a point is recorded. Default 15 s.</value>
    public TimeSpan RecordEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <value>The nodes. Default: never a bottleneck.</value>
    public NodePool Nodes { get; init; } = NodePool.Unlimited;

    /// <value>The namespace's quota; null for none. Default null.</value>
    public Quota? Quota { get; init; }

    public MetricPipeline Pipeline { get; init; } = new();

    public ControllerSettings Controller { get; init; } = ControllerSettings.Default;

    public IReadOnlyList<Disturbance> Disturbances { get; init; } = [];

    /// <value>What the clock shows at the start. Default 2026-01-01 00:00 UTC.</value>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}

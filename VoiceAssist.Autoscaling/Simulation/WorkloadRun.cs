using VoiceAssist.Autoscaling.Plant;

namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>What one workload did during a run.</summary>
public sealed record WorkloadRun
{
    public required WorkloadModel Model { get; init; }

    /// <summary>The time series.</summary>
    public required IReadOnlyList<RunPoint> Points { get; init; }

    /// <summary>Every change of the replica count.</summary>
    public required IReadOnlyList<ScaleChange> Changes { get; init; }

    /// <summary>When pods became Ready or were told to stop.</summary>
    public required IReadOnlyList<PodMilestone> Milestones { get; init; }

    /// <summary>vCPU-hours that the workload's pods requested.</summary>
    public required double VcpuHours { get; init; }

    /// <summary>Requests served or jobs finished.</summary>
    public required double Completed { get; init; }

    /// <summary>Requests given up.</summary>
    public required double Unserved { get; init; }

    /// <summary>Passes of the autoscaler.</summary>
    public required int Passes { get; init; }

    public string Name => Model.Name;
}

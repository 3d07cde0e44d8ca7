using VoiceAssist.Autoscaling.Distributions;

namespace VoiceAssist.Autoscaling.Plant;

/// <summary>Jobs from one shared queue, each occupying a slot of a pod for its duration: a worker.</summary>
public sealed record JobService : ServiceModel
{
    /// <summary>Seconds a job takes when its pod gets the CPU it wants.</summary>
    public required Distribution Duration { get; init; }

    /// <value>Jobs a pod works on at once. Default 4.</value>
    public int Slots { get; init; } = 4;

    /// <value>CPU a running job uses, in cores. Default 0.2.</value>
    public double CpuPerJob { get; init; } = 0.2;
}

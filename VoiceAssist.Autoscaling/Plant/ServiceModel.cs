namespace VoiceAssist.Autoscaling.Plant;

/// <summary>How a workload's pods turn arrivals into work.</summary>
public abstract record ServiceModel
{
    /// <value>CPU of a pod that does nothing, in cores. Default 0.01.</value>
    public double IdleCpu { get; init; } = 0.01;
}

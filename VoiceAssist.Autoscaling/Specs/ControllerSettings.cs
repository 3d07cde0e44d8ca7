namespace VoiceAssist.Autoscaling.Specs;

/// <summary>The flags and feature gates of kube-controller-manager that the algorithm depends on. Defaults are those of Kubernetes 1.36.</summary>
public sealed record ControllerSettings
{
    /// <summary>The defaults of Kubernetes 1.36.</summary>
    public static ControllerSettings Default { get; } = new();

    /// <value><c>--horizontal-pod-autoscaler-sync-period</c>, default 15 s.</value>
    public TimeSpan SyncPeriod { get; init; } = TimeSpan.FromSeconds(15);

    /// <value><c>--horizontal-pod-autoscaler-tolerance</c> for both directions, default 0.1.</value>
    public double Tolerance { get; init; } = 0.1;

    /// <value><c>--horizontal-pod-autoscaler-downscale-stabilization</c>, default 300 s.</value>
    public TimeSpan DownscaleStabilization { get; init; } = TimeSpan.FromSeconds(300);

    /// <value><c>--horizontal-pod-autoscaler-cpu-initialization-period</c>, default 300 s.</value>
    public TimeSpan CpuInitializationPeriod { get; init; } = TimeSpan.FromSeconds(300);

    /// <value><c>--horizontal-pod-autoscaler-initial-readiness-delay</c>, default 30 s.</value>
    public TimeSpan InitialReadinessDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>Without behavior, one pass grows at most to this multiple of the current replicas. A constant of the controller: 2.</value>
    public double ScaleUpLimitFactor { get; init; } = 2;

    /// <value>Without behavior, one pass may always grow to this number. A constant of the controller: 4.</value>
    public double ScaleUpLimitMinimum { get; init; } = 4;

    /// <value>Gate HPAConfigurableTolerance: <c>behavior.*.tolerance</c> is honoured. Beta and on since 1.35.</value>
    public bool ConfigurableTolerance { get; init; } = true;

    /// <value>Gate HPAScaleToZero: <c>minReplicas: 0</c>. Alpha and off in 1.36.</value>
    public bool ScaleToZero { get; init; }
}

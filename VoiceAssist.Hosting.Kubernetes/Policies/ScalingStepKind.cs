namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>What a <see cref="ScalingStep"/> counts.</summary>
public enum ScalingStepKind
{
    /// <summary>Percent of the replicas.</summary>
    Percent,

    /// <summary>Pods.</summary>
    Pods,
}

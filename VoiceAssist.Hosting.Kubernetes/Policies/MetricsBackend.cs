namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>Who serves custom and external metrics to the autoscalers.</summary>
public enum MetricsBackend
{
    /// <summary>prometheus-adapter.</summary>
    PrometheusAdapter,

    /// <summary>KEDA: a ScaledObject in place of each HPA with external metrics.</summary>
    Keda,
}

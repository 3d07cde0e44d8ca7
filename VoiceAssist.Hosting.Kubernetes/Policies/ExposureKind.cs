namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>What leads into the cluster.</summary>
public enum ExposureKind
{
    /// <summary>networking.k8s.io/v1 Ingress.</summary>
    Ingress,

    /// <summary>gateway.networking.k8s.io/v1 HTTPRoute.</summary>
    HttpRoute,
}

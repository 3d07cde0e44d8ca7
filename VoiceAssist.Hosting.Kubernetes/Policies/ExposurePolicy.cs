namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>How a workload's external http endpoint is reached from outside the cluster.</summary>
public sealed class ExposurePolicy : Policy<ExposurePolicy>
{
    /// <value>The way; null: not at all.</value>
    public Exposure? Way { get; private set; }

    /// <summary>An Ingress.</summary>
    /// <param name="host">The host name.</param>
    /// <param name="ingressClass">The class; null: the cluster's default.</param>
    /// <param name="tlsSecret">The Secret with the certificate; null: plain http.</param>
    public ExposurePolicy Ingress(string host, string? ingressClass = null, string? tlsSecret = null) => Set(new(ExposureKind.Ingress, host, ingressClass, tlsSecret));

    /// <summary>An HTTPRoute of the Gateway API.</summary>
    /// <param name="host">The host name.</param>
    /// <param name="gateway">The Gateway, <c>NAME</c> or <c>NAMESPACE/NAME</c>.</param>
    public ExposurePolicy HttpRoute(string host, string gateway) => Set(new(ExposureKind.HttpRoute, host, gateway, null));

    /// <summary>Not at all.</summary>
    public ExposurePolicy Off() => Set(null);

    private ExposurePolicy Set(Exposure? way)
    {
        Way = way;
        return this;
    }
}

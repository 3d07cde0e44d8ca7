namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>How a workload's external http endpoint is reached from outside the cluster.</summary>
public sealed class ExposurePolicy : Policy<ExposurePolicy>
{
    /// <value>The way; null: not at all.</value>
    public Exposure? Way { get; private set; }

    /// <value>What is reached, each with everything below it. Default: <c>/</c>, everything.</value>
    public IReadOnlyList<string> PathPrefixes { get; private set; } = ["/"];

    /// <summary>An Ingress.</summary>
    /// <param name="host">The host name.</param>
    /// <param name="ingressClass">The class; null: the cluster's default.</param>
    /// <param name="tlsSecret">The Secret with the certificate; null: plain http.</param>
    public ExposurePolicy Ingress(string host, string? ingressClass = null, string? tlsSecret = null) => Set(new(ExposureKind.Ingress, host, ingressClass, tlsSecret));

    /// <summary>An HTTPRoute of the Gateway API.</summary>
    /// <param name="host">The host name.</param>
    /// <param name="gateway">The Gateway, <c>NAME</c> or <c>NAMESPACE/NAME</c>.</param>
    public ExposurePolicy HttpRoute(string host, string gateway) => Set(new(ExposureKind.HttpRoute, host, gateway, null));

    /// <summary>Only these paths and what is below them, for example <c>/v1</c>: metrics and probes are nobody's business outside.</summary>
    /// <exception cref="ArgumentException">None is given, or one does not begin with <c>/</c>.</exception>
    public ExposurePolicy Paths(params string[] prefixes)
    {
        PathPrefixes = prefixes.Length > 0 && prefixes.All(p => p.StartsWith('/'))
            ? prefixes
            : throw new ArgumentException($"The paths '{string.Join("', '", prefixes)}' are not allowed. Allowed: at least one, each beginning with '/'.", nameof(prefixes));
        return this;
    }

    /// <summary>Not at all.</summary>
    public ExposurePolicy Off() => Set(null);

    private ExposurePolicy Set(Exposure? way)
    {
        Way = way;
        return this;
    }
}

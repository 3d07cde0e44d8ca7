namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A way into the cluster.</summary>
/// <param name="Kind">Ingress or HTTPRoute.</param>
/// <param name="Host">The host name.</param>
/// <param name="ClassOrGateway">The ingress class, or the Gateway.</param>
/// <param name="TlsSecret">The Secret with the certificate.</param>
public sealed record Exposure(ExposureKind Kind, string Host, string? ClassOrGateway, string? TlsSecret);

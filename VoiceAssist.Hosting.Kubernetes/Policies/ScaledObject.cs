namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>The object that a metric describes.</summary>
/// <param name="ApiVersion">E.g. <c>networking.k8s.io/v1</c>.</param>
/// <param name="Kind">E.g. <c>Ingress</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record ScaledObject(string ApiVersion, string Kind, string Name);

namespace VoiceAssist.Autoscaling.Observations;

/// <summary>What one container (or restartable init container) requests.</summary>
/// <param name="Name">The container.</param>
/// <param name="Milli">Resource name to amount in thousandths; a resource that is not requested is absent.</param>
public sealed record ContainerRequests(string Name, IReadOnlyList<KeyValuePair<string, long>> Milli);

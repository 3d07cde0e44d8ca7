namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A topology spread constraint.</summary>
/// <param name="Topology">The node label.</param>
/// <param name="MaxSkew">How far the numbers of pods may differ.</param>
/// <param name="Required">Whether a pod waits rather than break the rule.</param>
public sealed record SpreadRule(string Topology, int MaxSkew, bool Required);

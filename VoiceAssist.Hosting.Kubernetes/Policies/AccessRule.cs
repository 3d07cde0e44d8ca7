namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A rule of a Role.</summary>
/// <param name="ApiGroup">The group; empty for the core one.</param>
/// <param name="Resources">E.g. <c>configmaps</c>.</param>
/// <param name="Verbs">E.g. <c>get</c>.</param>
public sealed record AccessRule(string ApiGroup, IReadOnlyList<string> Resources, IReadOnlyList<string> Verbs);

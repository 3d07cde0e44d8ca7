using VoiceAssist.Hosting.Kubernetes.Checks.Reading;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Security;

/// <summary>A rule of the Pod Security Standards.</summary>
/// <param name="Id">Its id in <c>k8s.io/pod-security-admission/policy</c>.</param>
/// <param name="Level">The level from which it holds.</param>
/// <param name="Since">The first version of the standards that has it.</param>
/// <param name="Violations">What breaks it.</param>
internal sealed record PodSecurityRule(string Id, PodSecurityLevel Level, Version Since, Func<PodTemplate, IEnumerable<string>> Violations);

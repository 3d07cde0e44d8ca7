namespace VoiceAssist.Hosting.Kubernetes.Checks.Security;

/// <summary>The levels of the Pod Security Standards, from lax to strict.</summary>
internal enum PodSecurityLevel
{
    Privileged,
    Baseline,
    Restricted,
}

namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>What a finding does to a publish.</summary>
internal enum Severity
{
    /// <summary>It is printed; the app host can suppress it by id, with a reason.</summary>
    Warning,

    /// <summary>Nothing is published; it cannot be suppressed.</summary>
    Error,
}

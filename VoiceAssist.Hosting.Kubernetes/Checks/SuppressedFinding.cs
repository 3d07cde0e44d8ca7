namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>A warning that is not printed.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Because">Why it does not matter, as the app host says.</param>
internal sealed record SuppressedFinding(Finding Finding, string Because);

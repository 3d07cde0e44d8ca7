namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>A file that a publish changes: its new text, or null to remove it.</summary>
internal sealed record TreeChange(string Path, string? Text);

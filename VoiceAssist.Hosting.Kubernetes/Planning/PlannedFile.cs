namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>A generated file of the tree that holds no object of Kubernetes: configuration of something beside the app.</summary>
/// <param name="Path">Below the tree's root, with forward slashes.</param>
/// <param name="Text">The complete text, ending in a line feed.</param>
internal sealed record PlannedFile(string Path, string Text);

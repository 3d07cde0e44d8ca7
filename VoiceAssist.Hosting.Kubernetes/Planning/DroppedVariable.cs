namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>A variable of the app model that is left out of what is published.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Because">Why, and what to use instead.</param>
internal sealed record DroppedVariable(string Name, string Because);

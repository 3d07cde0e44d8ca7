namespace VoiceAssist.Hosting.Kubernetes.Checks.Images;

/// <summary>An image reference: <c>registry:port/name:tag@digest</c>.</summary>
internal static class ImageReference
{
    /// <summary>What is wrong with it for something that must stay the same; null: nothing.</summary>
    public static string? Moves(string image)
    {
        if (image.Contains("@sha256:", StringComparison.Ordinal))
        {
            return null;
        }

        // A colon before the last slash belongs to the registry's port.
        var name = image[(image.LastIndexOf('/') + 1)..];
        var colon = name.LastIndexOf(':');
        return colon < 0 ? "it has no tag, which means latest"
            : name[(colon + 1)..] == "latest" ? "its tag is latest"
            : null;
    }
}

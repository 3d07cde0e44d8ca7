namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>A workload's image where it is not the app model's: a project's, or one that an environment pins.</summary>
public sealed class ImagePolicy : Policy<ImagePolicy>
{
    /// <value>The repository without registry, e.g. <c>voiceassist/gateway</c>. Default for a project: the resource's name.</value>
    public string? Repository { get; private set; }

    /// <value>The tag. Default for a project: the environment's.</value>
    public string? Tag { get; private set; }

    /// <value>The digest (<c>sha256:...</c>); goes before the tag.</value>
    public string? Digest { get; private set; }

    /// <summary>The repository without registry.</summary>
    public ImagePolicy From(string repository)
    {
        Repository = repository;
        return this;
    }

    /// <summary>The tag.</summary>
    public ImagePolicy Tagged(string tag)
    {
        Tag = tag;
        return this;
    }

    /// <summary>The digest.</summary>
    /// <exception cref="ArgumentException">It is not <c>sha256:</c> and 64 hexadecimal digits.</exception>
    public ImagePolicy Pinned(string digest)
    {
        Digest = digest.StartsWith("sha256:", StringComparison.Ordinal) && digest.Length == 71 && digest[7..].All(char.IsAsciiHexDigitLower)
            ? digest
            : throw new ArgumentException($"The digest '{digest}' is not 'sha256:' and 64 hexadecimal digits.", nameof(digest));
        return this;
    }
}

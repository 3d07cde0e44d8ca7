namespace Aspire.Hosting.ApplicationModel;

/// <summary>A container's image.</summary>
public sealed class ContainerImageAnnotation : IResourceAnnotation
{
    private string? _tag;
    private string? _sha256;

    /// <summary>The registry's host; null for the runtime's default.</summary>
    public string? Registry { get; set; }

    /// <summary>The image's name without registry and tag.</summary>
    public required string Image { get; set; }

    /// <summary>The tag; setting it takes the digest away.</summary>
    public string? Tag
    {
        get => _tag;
        set => (_tag, _sha256) = (value, null);
    }

    /// <summary>The digest in hexadecimal; setting it takes the tag away.</summary>
    public string? SHA256
    {
        get => _sha256;
        set => (_sha256, _tag) = (value, null);
    }

    internal string FullName
    {
        get
        {
            var name = string.IsNullOrEmpty(Registry) ? Image : $"{Registry}/{Image}";
            return SHA256 is { Length: > 0 } digest ? $"{name}@sha256:{digest}" : $"{name}:{(string.IsNullOrEmpty(Tag) ? "latest" : Tag)}";
        }
    }
}

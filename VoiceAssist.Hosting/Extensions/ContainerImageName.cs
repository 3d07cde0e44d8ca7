namespace Aspire.Hosting;

/// <summary>Takes an image's name apart: <c>host:5000/name:tag</c>, <c>name@sha256:digest</c>.</summary>
internal static class ContainerImageName
{
    private const string DigestMark = "@sha256:";

    public static (string Name, string? Tag, string? Digest) Split(string image)
    {
        var at = image.IndexOf(DigestMark, StringComparison.Ordinal);
        if (at >= 0)
        {
            return (image[..at], null, image[(at + DigestMark.Length)..]);
        }

        // A colon before the last slash belongs to a registry's port.
        var colon = image.LastIndexOf(':');
        return colon > image.LastIndexOf('/') ? (image[..colon], image[(colon + 1)..], null) : (image, null, null);
    }
}

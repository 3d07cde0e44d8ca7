namespace Aspire.Hosting.Dcp.Model;

/// <summary>The Kubernetes-style metadata of a DCP object.</summary>
internal sealed record DcpMetadata
{
    /// <summary>Letters, digits and <c>-._~</c>, at most 253 characters; unique per kind.</summary>
    public required string Name { get; init; }

    public string? Uid { get; init; }

    /// <summary>See <see cref="DcpAnnotations"/> for the one that DCP itself reads.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}

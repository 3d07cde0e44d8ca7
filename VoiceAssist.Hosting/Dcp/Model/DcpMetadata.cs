namespace Aspire.Hosting.Dcp.Model;

/// <summary>The Kubernetes-style metadata of a DCP object.</summary>
internal sealed record DcpMetadata
{
    /// <summary>Letters, digits and <c>-._~</c>, at most 253 characters; unique per kind.</summary>
    public required string Name { get; init; }

    public string? Uid { get; init; }

    public string? ResourceVersion { get; init; }

    /// <summary>See <see cref="DcpAnnotations"/> for the one that DCP itself reads.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public IReadOnlyList<DcpOwnerReference>? OwnerReferences { get; init; }

    public DateTimeOffset? CreationTimestamp { get; init; }

    /// <summary>Set while DCP is still releasing what a deleted object owns.</summary>
    public DateTimeOffset? DeletionTimestamp { get; init; }
}

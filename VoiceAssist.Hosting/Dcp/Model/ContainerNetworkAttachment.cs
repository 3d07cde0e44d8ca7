namespace Aspire.Hosting.Dcp.Model;

/// <summary>Membership of a container in a <see cref="ContainerNetwork"/>.</summary>
internal sealed record ContainerNetworkAttachment
{
    /// <summary>Name of the <see cref="ContainerNetwork"/> object.</summary>
    public required string Name { get; init; }

    public IReadOnlyList<string>? Aliases { get; init; }
}

namespace Aspire.Hosting.Dcp.Model;

/// <summary>What became of a <see cref="ContainerNetwork"/>.</summary>
internal sealed record ContainerNetworkStatus
{
    public string? Id { get; init; }

    public string? NetworkName { get; init; }

    public string? Message { get; init; }
}

namespace Aspire.Hosting.Dcp.Model;

/// <summary>What became of a <see cref="ContainerNetwork"/>.</summary>
internal sealed record ContainerNetworkStatus
{
    /// <summary>One of <see cref="ContainerNetworkStates"/>.</summary>
    public string? State { get; init; }

    public string? Id { get; init; }

    public string? NetworkName { get; init; }

    public string? Driver { get; init; }

    public bool? Ipv6 { get; init; }

    public IReadOnlyList<string>? Subnets { get; init; }

    public IReadOnlyList<string>? Gateways { get; init; }

    public IReadOnlyList<string>? ContainerIds { get; init; }

    public string? Message { get; init; }
}

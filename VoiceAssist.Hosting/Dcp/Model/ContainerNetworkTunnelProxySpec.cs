namespace Aspire.Hosting.Dcp.Model;

/// <summary>A way for containers of one network to reach services of the host.</summary>
internal sealed record ContainerNetworkTunnelProxySpec
{
    public required string ContainerNetworkName { get; init; }

    /// <summary>Names by which containers address the tunnel.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    public IReadOnlyList<TunnelConfiguration>? Tunnels { get; init; }

    public string? BaseImage { get; init; }
}

namespace Aspire.Hosting.Dcp.Model;

/// <summary>What became of a <see cref="ContainerNetworkTunnelProxy"/>.</summary>
internal sealed record ContainerNetworkTunnelProxyStatus
{
    /// <summary>One of <see cref="TunnelProxyStates"/>.</summary>
    public string? State { get; init; }

    public string? Message { get; init; }

    public IReadOnlyList<TunnelStatus>? TunnelStatuses { get; init; }

    public int? TunnelConfigurationVersion { get; init; }

    public string? ClientProxyContainerId { get; init; }

    public string? ClientProxyContainerImage { get; init; }

    public int? ClientProxyControlPort { get; init; }

    public int? ClientProxyDataPort { get; init; }

    public int? ServerProxyControlPort { get; init; }

    public long? ServerProxyProcessId { get; init; }

    public DateTimeOffset? ServerProxyStartupTimestamp { get; init; }

    public string? ServerProxyStdOutFile { get; init; }

    public string? ServerProxyStdErrFile { get; init; }
}

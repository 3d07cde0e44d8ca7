namespace Aspire.Hosting.Dcp.Model;

/// <summary>Carries traffic from containers to services of the host.</summary>
internal sealed record ContainerNetworkTunnelProxy() : DcpObject<ContainerNetworkTunnelProxySpec, ContainerNetworkTunnelProxyStatus>(Definition.Name), IDcpObject<ContainerNetworkTunnelProxy>
{
    public static DcpKind<ContainerNetworkTunnelProxy> Definition { get; } = new(
        "ContainerNetworkTunnelProxy", "containernetworktunnelproxies", DcpJson.Default.ContainerNetworkTunnelProxy, DcpJson.Default.DcpListContainerNetworkTunnelProxy, DcpJson.Default.DcpWatchMessageContainerNetworkTunnelProxy);
}

namespace Aspire.Hosting.Dcp.Model;

/// <summary>A network of containers.</summary>
internal sealed record ContainerNetwork() : DcpObject<ContainerNetworkSpec, ContainerNetworkStatus>(Definition.Name), IDcpObject<ContainerNetwork>
{
    public static DcpKind<ContainerNetwork> Definition { get; } = new(
        "ContainerNetwork", "containernetworks", DcpJson.Default.ContainerNetwork, DcpJson.Default.DcpListContainerNetwork, DcpJson.Default.DcpWatchMessageContainerNetwork);
}

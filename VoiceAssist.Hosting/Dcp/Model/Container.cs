namespace Aspire.Hosting.Dcp.Model;

/// <summary>A container.</summary>
internal sealed record Container() : DcpObject<ContainerSpec, ContainerStatus>(Definition.Name), IDcpObject<Container>
{
    public static DcpKind<Container> Definition { get; } = new(
        "Container", "containers", DcpJson.Default.Container, DcpJson.Default.DcpListContainer, DcpJson.Default.DcpWatchMessageContainer);
}

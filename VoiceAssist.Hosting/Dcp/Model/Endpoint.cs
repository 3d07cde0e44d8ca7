namespace Aspire.Hosting.Dcp.Model;

/// <summary>Made by DCP: a workload that is serving a service right now.</summary>
internal sealed record Endpoint() : DcpObject<EndpointSpec, EndpointStatus>(Definition.Name), IDcpObject<Endpoint>
{
    public static DcpKind<Endpoint> Definition { get; } = new(
        "Endpoint", "endpoints", DcpJson.Default.Endpoint, DcpJson.Default.DcpListEndpoint, DcpJson.Default.DcpWatchMessageEndpoint);
}

namespace Aspire.Hosting.Dcp.Model;

/// <summary>A stable local address, usually with a proxy, in front of workloads.</summary>
internal sealed record Service() : DcpObject<ServiceSpec, ServiceStatus>(Definition.Name), IDcpObject<Service>
{
    public static DcpKind<Service> Definition { get; } = new(
        "Service", "services", DcpJson.Default.Service, DcpJson.Default.DcpListService, DcpJson.Default.DcpWatchMessageService);
}

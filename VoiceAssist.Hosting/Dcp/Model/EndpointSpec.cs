namespace Aspire.Hosting.Dcp.Model;

/// <summary>The address of one running workload that serves a service.</summary>
internal sealed record EndpointSpec
{
    public required string ServiceName { get; init; }

    public string? Address { get; init; }

    public int? Port { get; init; }
}

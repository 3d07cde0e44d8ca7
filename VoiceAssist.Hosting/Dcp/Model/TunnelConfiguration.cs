namespace Aspire.Hosting.Dcp.Model;

/// <summary>One service of the host made visible to containers.</summary>
internal sealed record TunnelConfiguration
{
    public required string Name { get; init; }

    /// <summary>The service on the host.</summary>
    public required string ServerServiceName { get; init; }

    /// <summary>A proxyless service that receives the address seen by containers.</summary>
    public required string ClientServiceName { get; init; }

    public string? ServerServiceNamespace { get; init; }

    public string? ClientServiceNamespace { get; init; }
}

namespace Aspire.Hosting.Dcp.Model;

/// <summary>Endpoints have no status.</summary>
internal sealed record EndpointStatus;

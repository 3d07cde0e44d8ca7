namespace Aspire.Hosting.Dcp.Model;

/// <summary>Values of <see cref="ContainerNetworkTunnelProxyStatus.State"/>.</summary>
internal static class TunnelProxyStates
{
    public const string Pending = "Pending";
    public const string BuildingImage = "BuildingImage";
    public const string Starting = "Starting";
    public const string Running = "Running";
    public const string Failed = "Failed";
}

namespace Aspire.Hosting.Dcp.Model;

/// <summary>Values of <see cref="ContainerNetworkStatus.State"/>.</summary>
internal static class ContainerNetworkStates
{
    public const string Pending = "Pending";
    public const string Running = "Running";
    public const string FailedToStart = "FailedToStart";
    public const string Removed = "Removed";
    public const string NotFound = "NotFound";
}

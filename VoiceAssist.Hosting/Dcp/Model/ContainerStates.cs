namespace Aspire.Hosting.Dcp.Model;

/// <summary>Values of <see cref="ContainerStatus.State"/>.</summary>
internal static class ContainerStates
{
    public const string Pending = "Pending";
    public const string Building = "Building";
    public const string Starting = "Starting";
    public const string Running = "Running";
    public const string Paused = "Paused";
    public const string Stopping = "Stopping";
    public const string Exited = "Exited";
    public const string FailedToStart = "FailedToStart";
    public const string Unknown = "Unknown";
    public const string RuntimeUnhealthy = "RuntimeUnhealthy";
}

namespace Aspire.Hosting.Dcp.Model;

/// <summary>Values of <see cref="ServiceStatus.State"/>.</summary>
internal static class ServiceStates
{
    public const string NotReady = "NotReady";
    public const string Ready = "Ready";
}

namespace Aspire.Hosting.Dcp.Model;

/// <summary>Values of the <c>healthStatus</c> of workloads.</summary>
internal static class HealthStatuses
{
    public const string Healthy = "Healthy";
    public const string Unhealthy = "Unhealthy";
    public const string Caution = "Caution";
}

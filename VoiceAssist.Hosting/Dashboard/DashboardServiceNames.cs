namespace Aspire.Hosting.Dashboard;

/// <summary>The names that the dashboard's addresses have in the orchestrator.</summary>
internal static class DashboardServiceNames
{
    public const string Resource = "aspire-dashboard";
    public const string Frontend = "aspire-dashboard-http";
    public const string OtlpGrpc = "aspire-dashboard-otlp-grpc";
    public const string OtlpHttp = "aspire-dashboard-otlp-http";
}

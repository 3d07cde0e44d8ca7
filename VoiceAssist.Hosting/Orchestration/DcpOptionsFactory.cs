using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Orchestration;

/// <summary>Finds DCP and the dashboard for an app host.</summary>
internal static class DcpOptionsFactory
{
    /// <exception cref="DcpException">DCP is nowhere; the message names the ways out.</exception>
    public static DcpOptions Create(RunOptions options)
    {
        var configuration = options.Configuration;
        return new()
        {
            DcpPath = DcpLocator.FindDcp(Inputs(options), File.Exists),
            ContainerRuntime = ContainerRuntime(configuration),
            DiagnosticsLogLevel = configuration["DCP_DIAGNOSTICS_LOG_LEVEL"],
            DiagnosticsLogFolder = configuration["DCP_DIAGNOSTICS_LOG_FOLDER"],
        };
    }

    /// <summary><c>docker</c> or <c>podman</c>; null: DCP decides.</summary>
    public static string? ContainerRuntime(IConfiguration configuration) =>
        configuration["DcpPublisher:ContainerRuntime"] ?? configuration["ASPIRE_CONTAINER_RUNTIME"];

    /// <exception cref="DcpException">The dashboard is nowhere; the message names the ways out.</exception>
    public static string FindDashboard(RunOptions options) => DcpLocator.FindDashboard(Inputs(options), File.Exists);

    private static DcpLocatorInputs Inputs(RunOptions options)
    {
        var metadata = new AppHostMetadata(options.AppHost);
        return new()
        {
            CliPath = options.Configuration["DcpPublisher:CliPath"],
            DashboardPath = options.Configuration["DcpPublisher:DashboardPath"],
            AspireDcpPath = options.Configuration["ASPIRE_DCP_PATH"],
            AspireDashboardPath = options.Configuration["ASPIRE_DASHBOARD_PATH"],
            HomeDirectory = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            AcquiredCliPath = metadata.Find("dcpclipath"),
            AcquiredDashboardPath = metadata.Find("aspiredashboardpath"),
        };
    }
}

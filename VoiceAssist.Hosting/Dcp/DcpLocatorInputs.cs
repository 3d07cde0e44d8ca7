namespace Aspire.Hosting.Dcp;

/// <summary>Where DCP and the dashboard may be, before anybody has looked.</summary>
internal sealed record DcpLocatorInputs
{
    /// <summary>Configuration <c>DcpPublisher:CliPath</c> (<c>--dcp-cli-path</c>): the dcp program.</summary>
    public string? CliPath { get; init; }

    /// <summary>Configuration <c>DcpPublisher:DashboardPath</c> (<c>--dcp-dashboard-path</c>): the dashboard program.</summary>
    public string? DashboardPath { get; init; }

    /// <summary>Environment <c>ASPIRE_DCP_PATH</c>: the <em>directory</em> of the dcp program.</summary>
    public string? AspireDcpPath { get; init; }

    /// <summary>Environment <c>ASPIRE_DASHBOARD_PATH</c>: the dashboard program.</summary>
    public string? AspireDashboardPath { get; init; }

    /// <summary>The user's home directory, below which an Aspire installation may be.</summary>
    public string? HomeDirectory { get; init; }

    /// <summary>Assembly metadata <c>dcpclipath</c>: what the build acquired.</summary>
    public string? AcquiredCliPath { get; init; }

    /// <summary>Assembly metadata <c>aspiredashboardpath</c>: what the build acquired.</summary>
    public string? AcquiredDashboardPath { get; init; }

    /// <summary>What an executable file is called, <c>.exe</c> or nothing.</summary>
    public string ExecutableSuffix { get; init; } = OperatingSystem.IsWindows() ? ".exe" : "";
}

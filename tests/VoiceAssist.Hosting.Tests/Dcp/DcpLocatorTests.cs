using Aspire.Hosting.Dcp;

namespace VoiceAssist.Hosting.Tests.Dcp;

public sealed class DcpLocatorTests
{
    private static readonly DcpLocatorInputs Everything = new()
    {
        CliPath = "/config/dcp",
        DashboardPath = "/config/dashboard",
        AspireDcpPath = "/env",
        AspireDashboardPath = "/env/dashboard",
        HomeDirectory = "/home/me",
        AcquiredCliPath = "/cache/dcp",
        AcquiredDashboardPath = "/cache/managed/aspire-managed",
        ExecutableSuffix = "",
    };

    [Theory]
    [InlineData(0, "/config/dcp", "/config/dashboard")]
    [InlineData(1, "/env/dcp", "/env/dashboard")]
    [InlineData(2, "/home/me/.aspire/bundle/dcp/dcp", "/home/me/.aspire/bundle/managed/aspire-managed")]
    [InlineData(3, "/cache/dcp", "/cache/managed/aspire-managed")]
    public void The_first_place_that_is_given_wins(int placesWithout, string dcp, string dashboard)
    {
        var inputs = Everything;
        inputs = placesWithout > 0 ? inputs with { CliPath = null, DashboardPath = "" } : inputs;
        inputs = placesWithout > 1 ? inputs with { AspireDcpPath = "", AspireDashboardPath = " " } : inputs;
        inputs = placesWithout > 2 ? inputs with { HomeDirectory = null } : inputs;

        Assert.Equal(dcp, DcpLocator.FindDcp(inputs, _ => true));
        Assert.Equal(dashboard, DcpLocator.FindDashboard(inputs, _ => true));
    }

    [Fact]
    public void Without_an_Aspire_installation_the_acquired_programs_are_taken()
    {
        var inputs = Everything with { CliPath = null, DashboardPath = null, AspireDcpPath = null, AspireDashboardPath = null };

        Assert.Equal("/cache/dcp", DcpLocator.FindDcp(inputs, path => path.StartsWith("/cache", StringComparison.Ordinal)));
        Assert.Equal("/cache/managed/aspire-managed", DcpLocator.FindDashboard(inputs, path => path.StartsWith("/cache", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_setting_that_points_nowhere_is_an_error_even_if_another_place_has_it()
    {
        var error = Assert.Throws<DcpException>(() => DcpLocator.FindDcp(Everything with { CliPath = null }, path => path.StartsWith("/home", StringComparison.Ordinal)));

        Assert.Contains("ASPIRE_DCP_PATH", error.Message, StringComparison.Ordinal);
        Assert.Contains("'/env/dcp'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_program_is_reported_with_every_place_and_the_ways_out()
    {
        var inputs = new DcpLocatorInputs { HomeDirectory = "/home/me", AcquiredCliPath = "/cache/dcp", ExecutableSuffix = ".exe" };

        var message = Assert.Throws<DcpException>(() => DcpLocator.FindDcp(inputs, _ => false)).Message;

        Assert.All(
            ["DcpPublisher:CliPath: not set", "ASPIRE_DCP_PATH: not set", "'/home/me/.aspire/bundle/dcp/dcp.exe'", "'/cache/dcp'", "network", "install Aspire"],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}

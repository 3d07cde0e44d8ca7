using Aspire.Hosting.Dcp;

namespace VoiceAssist.Hosting.Tests.Dcp.Real;

public sealed class DcpProcessTests
{
    [Fact]
    public async Task A_started_DCP_is_ready_and_says_its_version()
    {
        await using var dcp = await RealDcp.StartAsync();

        Assert.True(await dcp.Client.IsReadyAsync(RealDcp.Token));
        Assert.True(Version.Parse(dcp.Process.Version.Version!) >= DcpInfo.MinimumVersion);
        Assert.Equal("Running", (await dcp.Client.GetExecutionAsync(RealDcp.Token)).Status);
    }

    [Fact]
    public async Task Two_of_them_run_side_by_side()
    {
        await using var one = await RealDcp.StartAsync();
        await using var two = await RealDcp.StartAsync();

        await one.CreateServiceAsync("same");
        await two.CreateServiceAsync("same");

        Assert.NotEqual(await one.PublicPortAsync("same"), await two.PublicPortAsync("same"));
    }

    [Fact]
    public async Task It_starts_without_a_home()
    {
        var environment = DcpEnvironment.OfThisProcess();
        environment.Remove("HOME");

        await using var dcp = await RealDcp.StartAsync(RealDcp.Options() with { Environment = environment });

        await dcp.RunAsync("e", "echo $HOME; exec sleep 60");
        Assert.StartsWith(dcp.Process.SessionDirectory, await dcp.ReadFirstLineAsync("e"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_starts_with_a_home_that_cannot_be_written()
    {
        var environment = DcpEnvironment.OfThisProcess();
        environment["HOME"] = "/proc";

        await using var dcp = await RealDcp.StartAsync(RealDcp.Options() with { Environment = environment });

        Assert.True(await dcp.Client.IsReadyAsync(RealDcp.Token));
    }

    [Fact]
    public async Task A_DCP_that_gives_up_is_reported_with_its_own_reason()
    {
        var options = RealDcp.Options() with { ContainerRuntime = "crate" };

        var error = await Assert.ThrowsAsync<DcpException>(() => DcpProcess.StartAsync(options, TestLogger.Instance, RealDcp.Token));

        Assert.Contains(options.DcpPath, error.Message, StringComparison.Ordinal);
        Assert.Contains("\"crate\" is invalid", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_detached_DCP_that_gives_up_is_reported_and_leaves_nothing()
    {
        var parent = Directory.CreateTempSubdirectory();
        try
        {
            var options = RealDcp.Options() with { SessionParent = parent.FullName, MonitorPid = int.MaxValue };

            var error = await Assert.ThrowsAsync<DcpException>(() => DcpProcess.StartAsync(options, TestLogger.Instance, RealDcp.Token));

            Assert.Contains("gave up while starting: the program finished with an error", error.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.GetDirectories(parent.FullName));
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_program_that_is_not_DCP_is_reported()
    {
        Assert.SkipUnless(File.Exists("/bin/true"), "There is no /bin/true.");

        var error = await Assert.ThrowsAsync<DcpException>(
            () => DcpProcess.StartAsync(new DcpOptions { DcpPath = "/bin/true" }, TestLogger.Instance, RealDcp.Token));

        Assert.Contains("'/bin/true version'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_is_reported()
    {
        var error = await Assert.ThrowsAsync<DcpException>(
            () => DcpProcess.StartAsync(new DcpOptions { DcpPath = "/nowhere/dcp" }, TestLogger.Instance, RealDcp.Token));

        Assert.Contains("/nowhere/dcp", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_container_runtime_is_looked_at()
    {
        var info = await DcpCommand.GetInfoAsync(RealDcp.Options().DcpPath, null, RealDcp.Token);

        Assert.NotNull(info.Containers?.Runtime);
    }

    [Fact]
    public async Task A_look_at_the_container_runtime_that_takes_too_long_is_given_up()
    {
        var dcpPath = RealDcp.Options().DcpPath;

        var error = await Assert.ThrowsAsync<DcpException>(() => DcpCommand.GetInfoAsync(dcpPath, null, RealDcp.Token, TimeSpan.FromMilliseconds(1)));

        Assert.Contains("did not end within", error.Message, StringComparison.Ordinal);
    }
}

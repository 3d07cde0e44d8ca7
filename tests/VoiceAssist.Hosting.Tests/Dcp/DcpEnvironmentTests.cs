using Aspire.Hosting.Dcp;

namespace VoiceAssist.Hosting.Tests.Dcp;

public sealed class DcpEnvironmentTests : IDisposable
{
    private static readonly DcpOptions Options = new() { DcpPath = "/dcp" };
    private readonly DcpSessionDirectory _session = DcpSessionDirectory.Create(Path.GetTempPath());

    [Fact]
    public void What_is_meant_for_the_host_alone_is_removed_and_the_rest_kept()
    {
        var inherited = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = "http://localhost:1",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["DOTNET_LAUNCH_PROFILE"] = "http",
            ["ASPIRE_LOGLEVEL"] = "Debug",
            ["HOME"] = "/home/me",
            ["PATH"] = "/bin",
        };

        Assert.Equivalent(
            new Dictionary<string, string>
            {
                ["HOME"] = "/home/me",
                ["PATH"] = "/bin",
                ["DCP_SESSION_FOLDER"] = _session.Path,
                ["DCP_LOG_SOCKET"] = _session.LogSocketPath,
            },
            DcpEnvironment.Build(inherited, _session, Options, _ => true),
            strict: true);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/read-only")]
    public void A_home_that_cannot_be_used_is_replaced(string? home)
    {
        var inherited = new Dictionary<string, string> { ["XDG_CACHE_HOME"] = "/elsewhere" };
        if (home is not null)
        {
            inherited["HOME"] = home;
        }

        var environment = DcpEnvironment.Build(inherited, _session, Options, _ => false);

        Assert.Equal(_session.HomePath, environment["HOME"]);
        Assert.DoesNotContain("XDG_CACHE_HOME", environment.Keys);
    }

    [Fact]
    public void Diagnostics_are_passed_on()
    {
        var options = Options with { DiagnosticsLogLevel = "debug", DiagnosticsLogFolder = "/logs" };

        var environment = DcpEnvironment.Build(new Dictionary<string, string>(), _session, options, _ => true);

        Assert.Equal("debug", environment["DCP_DIAGNOSTICS_LOG_LEVEL"]);
        Assert.Equal("/logs", environment["DCP_DIAGNOSTICS_LOG_FOLDER"]);
    }

    [Fact]
    public void Only_a_directory_in_which_files_can_be_made_is_writable()
    {
        Assert.True(DcpEnvironment.IsWritableDirectory(_session.Path));
        Assert.False(DcpEnvironment.IsWritableDirectory(Path.Combine(_session.Path, "missing")));
        Assert.False(DcpEnvironment.IsWritableDirectory("/proc"));
    }

    [Fact]
    public void The_session_directory_is_for_this_user_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no Unix file modes.");
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_session.Path));
    }

    public void Dispose() => _session.Delete();
}

using System.Text.Json;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace VoiceAssist.Hosting.Tests.Dcp;

public sealed class DcpInfoTests
{
    [Fact]
    public void What_dcp_info_prints_is_read()
    {
        const string Output = """{"version":"0.25.13","commitHash":"8efd","buildTimestamp":"2026-08-20T01:16:27Z","containers":{"runtime":"podman","hostName":"host.containers.internal","installed":true,"running":false,"error":"no socket"}}""";

        var info = JsonSerializer.Deserialize(Output, DcpJson.Default.DcpInfo)!;

        Assert.Equal("0.25.13", info.Version);
        Assert.Equal(
            new DcpContainerRuntimeInfo { Runtime = "podman", HostName = "host.containers.internal", Installed = true, Error = "no socket" },
            info.Containers);
    }

    [Theory]
    [InlineData("0.23.3")]
    [InlineData("0.25.13")]
    [InlineData("0.24.0-preview.1")]
    [InlineData("1.0.0+abc")]
    public void A_new_enough_version_is_accepted(string version) => new DcpInfo { Version = version }.ThrowIfTooOld("/dcp");

    [Theory]
    [InlineData("0.23.2")]
    [InlineData("0.9.9")]
    [InlineData("dev")]
    [InlineData(null)]
    public void An_older_or_unreadable_version_is_refused_by_name(string? version)
    {
        var message = Assert.Throws<DcpException>(() => new DcpInfo { Version = version }.ThrowIfTooOld("/old/dcp")).Message;

        Assert.Contains("/old/dcp", message, StringComparison.Ordinal);
        Assert.Contains($"'{version}'", message, StringComparison.Ordinal);
        Assert.Contains("0.23.3", message, StringComparison.Ordinal);
    }
}

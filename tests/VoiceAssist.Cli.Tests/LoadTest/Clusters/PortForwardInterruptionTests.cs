using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.LoadTest.Clusters;

/// <summary>A test whose load is sent from this machine.</summary>
[Collection(nameof(AloneGroup))]
public sealed class PortForwardInterruptionTests
{
    [Fact]
    public async Task Ctrl_C_at_any_point_leaves_no_object_and_no_listener()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process listens on is found in /proc.");
        await using var cluster = await LoadedCluster.StartAsync();
        var (objects, ports) = (cluster.Api.Visible(), OwnListeners.Ports());

        var seen = await Interruption.AtEachRequestAsync(cluster, "", () =>
        {
            Assert.Equal(objects, cluster.Api.Visible());
            Assert.Equal(ports, OwnListeners.Ports());
        });

        Assert.Contains(seen, s => s.Request.Path.EndsWith("/portforward", StringComparison.Ordinal));
        Assert.Contains(seen, s => s.HasBegun);
    }
}

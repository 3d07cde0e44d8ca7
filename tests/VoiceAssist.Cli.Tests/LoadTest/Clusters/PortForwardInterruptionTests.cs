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

        void Check()
        {
            Assert.Equal(objects, cluster.Api.Visible());
            Assert.Equal(ports, OwnListeners.Ports());
        }

        await Interruption.AtEachRequestAsync(cluster, "", Check);

        // Requests are not as many in each run; these points are met whatever their number.
        Assert.NotNull(await Interruption.AtAsync(cluster, "", r => r.Path.EndsWith("/portforward", StringComparison.Ordinal), Check));
        Assert.NotNull(await Interruption.AtAsync(cluster, "", Interruption.UnderLoad(cluster), Check));
    }
}

using VoiceAssist.AppHost.Tests.Support;

namespace VoiceAssist.AppHost.Tests.Embedded;

/// <summary>However the app host ends, nothing that it started is left.</summary>
public sealed class StopTests
{
    [Theory]
    [InlineData(AppHostProcess.SigInt)]
    [InlineData(AppHostProcess.SigTerm)]
    public async Task A_signal_ends_everything_with_exit_code_0(int signal)
    {
        LinuxOnly();
        using var home = new TemporaryDirectory();
        await using var host = await AppHostProcess.RunAsync(home);
        await PostgresData.StopSyncingAsync(home);
        Assert.NotEmpty(host.Processes("VoiceAssist.Worker"));

        Assert.Equal(0, await host.StopAsync(signal));

        await host.GoneAsync();
        Assert.True(PostgresData.IsShutDownCleanly(home), host.Output);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task Nothing_is_left_of_an_app_host_that_was_killed()
    {
        LinuxOnly();
        using var home = new TemporaryDirectory();
        await using var host = await AppHostProcess.RunAsync(home);
        await PostgresData.StopSyncingAsync(home);

        await host.StopAsync(AppHostProcess.SigKill);

        await host.GoneAsync();
        Assert.True(PostgresData.IsShutDownCleanly(home));
    }

    private static void LinuxOnly() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
}

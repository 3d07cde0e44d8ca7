using System.Diagnostics;
using VoiceAssist.AppHost.Tests.Support;

namespace VoiceAssist.AppHost.Tests.Embedded;

public sealed class UnprivilegedTests
{
    [Fact]
    public async Task An_ordinary_user_can_run_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "The other tests run as an ordinary user already.");
        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "setpriv (util-linux), which starts a process as somebody else, is not there.");
        using var home = new TemporaryDirectory(isWritableByAll: true);
        Assert.SkipUnless(await IsOpenAsync(BuildPaths.AppHost), $"An ordinary user may not enter {BuildPaths.AppHost}.");
        Assert.SkipUnless(await IsOpenAsync(Path.Combine(BuildPaths.DotnetRoot, "dotnet")), $"An ordinary user may not enter {BuildPaths.DotnetRoot}.");

        await using var host = await AppHostProcess.StartAsync(home, ["--infrastructure", "embedded"], unprivileged: true);
        await host.ReadyAsync();

        Assert.Equal(0, await host.StopAsync(AppHostProcess.SigTerm));
        await host.GoneAsync();
    }

    private static async Task<bool> IsOpenAsync(string file)
    {
        using var test = Process.Start("/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "test", "-x", file]);
        await test.WaitForExitAsync(Deadline.Token);
        return test.ExitCode == 0;
    }
}

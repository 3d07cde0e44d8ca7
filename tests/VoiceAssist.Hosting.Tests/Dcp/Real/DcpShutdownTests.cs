using System.Diagnostics;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace VoiceAssist.Hosting.Tests.Dcp.Real;

public sealed class DcpShutdownTests
{
    private const string RunsUntilStopped = "exec sleep 600";
    private const string IgnoresStop = "trap '' TERM; while :; do sleep 1; done";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_shutdown_leaves_nothing()
    {
        var dcp = await RealDcp.StartAsync();
        await dcp.CreateServiceAsync("web");
        await dcp.RunAsync("one", RunsUntilStopped, new ServiceProducer("web", "localhost"));
        await dcp.RunAsync("two", RunsUntilStopped, new ServiceProducer("web", "localhost"));
        var workloads = await ProcessesOfAsync(dcp, "one", "two");
        var processes = dcp.FindProcesses();
        Assert.NotEmpty(processes);

        Assert.True(await dcp.Process.ShutdownAsync(Timeout, RealDcp.Token));

        Assert.DoesNotContain(workloads.Concat(processes), process => process.IsAlive);
        Assert.Empty(dcp.FindProcesses());
        Assert.False(Directory.Exists(dcp.Process.SessionDirectory));
    }

    [Fact]
    public async Task Groups_stop_in_the_order_given()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.RunAsync("gateway", RunsUntilStopped);
        await dcp.RunAsync("database", RunsUntilStopped);
        var gateway = (await ProcessesOfAsync(dcp, "gateway")).Single();
        var database = (await ProcessesOfAsync(dcp, "database")).Single();
        var stopper = new DcpStopper(dcp.Client);

        Assert.Empty(await stopper.StopAsync([DcpWorkload.Executable("gateway")], Timeout, RealDcp.Token));
        Assert.Equal((false, true), (gateway.IsAlive, database.IsAlive));

        Assert.Empty(await stopper.StopAsync([DcpWorkload.Executable("database"), DcpWorkload.Executable("gone long ago")], Timeout, RealDcp.Token));
        Assert.False(database.IsAlive);
    }

    [Fact]
    public async Task A_workload_that_ignores_the_stop_is_killed_with_its_descendants_and_named()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.RunAsync("stubborn", "echo ready; " + IgnoresStop);
        await dcp.ReadFirstLineAsync("stubborn");
        var processes = await ProcessesOfAsync(dcp, "stubborn");

        var late = await new DcpStopper(dcp.Client).StopAsync([DcpWorkload.Executable("stubborn")], TimeSpan.FromMilliseconds(300), RealDcp.Token);

        Assert.Equal([DcpWorkload.Executable("stubborn")], late);
        await Eventually.BecomesTrueAsync("all gone", () => !processes.Any(process => process.IsAlive));
    }

    [Fact]
    public async Task A_shutdown_kills_what_ignores_it_and_stays_graceful_itself()
    {
        var dcp = await RealDcp.StartAsync();
        await dcp.RunAsync("stubborn", "echo ready; " + IgnoresStop);
        await dcp.ReadFirstLineAsync("stubborn");
        var processes = await ProcessesOfAsync(dcp, "stubborn");

        Assert.True(await dcp.Process.ShutdownAsync(Timeout, RealDcp.Token));

        Assert.DoesNotContain(processes, process => process.IsAlive);
        Assert.Empty(dcp.FindProcesses());
    }

    [Fact]
    public async Task A_cancelled_shutdown_kills_at_once()
    {
        var dcp = await RealDcp.StartAsync();
        await dcp.RunAsync("e", "echo ready; " + IgnoresStop);
        await dcp.ReadFirstLineAsync("e");

        Assert.False(await dcp.Process.ShutdownAsync(Timeout, new CancellationToken(canceled: true)));

        await Eventually.BecomesTrueAsync("nothing is left", () => dcp.FindProcesses().Count == 0, TimeSpan.FromSeconds(10));
        Assert.False(Directory.Exists(dcp.Process.SessionDirectory));
    }

    [Fact]
    public async Task A_second_shutdown_waits_for_the_first()
    {
        var dcp = await RealDcp.StartAsync();

        var both = await Task.WhenAll(dcp.Process.ShutdownAsync(Timeout, RealDcp.Token), dcp.Process.ShutdownAsync(Timeout, RealDcp.Token));

        Assert.Equal([true, true], both);
        Assert.Empty(dcp.FindProcesses());
    }

    [Fact]
    public async Task Killing_the_monitored_process_leaves_nothing_after_ten_seconds()
    {
        var options = RealDcp.Options();
        using var monitored = Process.Start("sleep", ["600"]);
        await using var dcp = await RealDcp.StartAsync(options with { MonitorPid = monitored.Id });
        await dcp.CreateServiceAsync("web");
        await dcp.RunAsync("e", RunsUntilStopped, new ServiceProducer("web", "localhost"));
        var workloads = await ProcessesOfAsync(dcp, "e");

        monitored.Kill();

        await Eventually.BecomesTrueAsync(
            "workload, DCP and session directory are gone",
            () => !workloads.Any(process => process.IsAlive) && dcp.FindProcesses().Count == 0 && !Directory.Exists(dcp.Process.SessionDirectory),
            TimeSpan.FromSeconds(10));
    }

    private static async Task<List<ProcessIdentity>> ProcessesOfAsync(RealDcp dcp, params string[] names)
    {
        var processes = new List<ProcessIdentity>();
        foreach (var name in names)
        {
            var running = await dcp.WaitForAsync(name, ExecutableStates.Running);
            processes.AddRange(ProcessTable.FindTree((int)running.Status!.Pid!));
        }

        Assert.NotEmpty(processes);
        return processes;
    }
}

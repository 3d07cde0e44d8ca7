using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace VoiceAssist.Hosting.Tests.Dcp.Real;

public sealed class DcpExecutableTests
{
    private const string RunsUntilStopped = "exec sleep 600";

    [Fact]
    public async Task A_crash_is_finished_with_its_exit_code()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.RunAsync("e", "exit 3");

        var finished = await dcp.WaitForAsync("e", ExecutableStates.Finished);

        Assert.Equal(3, finished.Status!.ExitCode);
    }

    [Fact]
    public async Task A_program_that_does_not_exist_fails_to_start_and_the_system_log_says_why()
    {
        await using var dcp = await RealDcp.StartAsync();
        var executable = RealDcp.Script("e", "");
        await dcp.Client.CreateAsync(executable with { Spec = executable.Spec with { ExecutablePath = "/nowhere/program" } }, RealDcp.Token);

        await dcp.WaitForAsync("e", ExecutableStates.FailedToStart);

        Assert.Contains(
            await dcp.ReadLogAsync("e", DcpLogSource.System),
            line => line.IsError && line.Text.Contains("no such file or directory", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stopped_executable_is_finished_and_its_process_gone()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.RunAsync("e", RunsUntilStopped);
        var running = await dcp.WaitForAsync("e", ExecutableStates.Running);
        var process = ProcessIdentity.Find((int)running.Status!.Pid!)!.Value;
        Assert.True(process.IsAlive);

        await dcp.Client.RequestStopAsync<Executable>("e", RealDcp.Token);

        Assert.Equal(-1, (await dcp.WaitForAsync("e", ExecutableStates.Finished)).Status!.ExitCode);
        Assert.False(process.IsAlive);
    }

    [Fact]
    public async Task One_that_waits_for_its_start_runs_only_after_it()
    {
        await using var dcp = await RealDcp.StartAsync();
        var executable = RealDcp.Script("e", "exit 0");
        await dcp.Client.CreateAsync(executable with { Spec = executable.Spec with { Start = false } }, RealDcp.Token);
        await dcp.RunAsync("other", "exit 0");
        await dcp.WaitForAsync("other", ExecutableStates.Finished);
        Assert.Null((await dcp.Client.GetAsync<Executable>("e", RealDcp.Token)).Status?.Pid);

        await dcp.Client.RequestStartAsync<Executable>("e", RealDcp.Token);

        Assert.Equal(0, (await dcp.WaitForAsync("e", ExecutableStates.Finished)).Status!.ExitCode);
    }

    [Fact]
    public async Task Literal_braces_reach_environment_and_arguments()
    {
        const string Literal = "a {{ .Name }} {{{ }} {";
        await using var dcp = await RealDcp.StartAsync();
        var executable = RealDcp.Script("e", """printf '%s|%s\n' "$TEXT" "$0" """);
        await dcp.Client.CreateAsync(
            executable with
            {
                Spec = executable.Spec with
                {
                    Args = [.. executable.Spec.Args!, DcpTemplate.Escape(Literal) + DcpTemplate.Annotation("a")],
                    Env = [new EnvVar { Name = "TEXT", Value = DcpTemplate.Escape(Literal) }],
                },
                Metadata = executable.Metadata with { Annotations = new Dictionary<string, string> { ["a"] = "b" } },
            },
            RealDcp.Token);

        await dcp.WaitForAsync("e", ExecutableStates.Finished);

        Assert.Equal($"{Literal}|{Literal}b", (await dcp.ReadLogAsync("e", DcpLogSource.StandardOutput)).Single().Text);
    }

    [Fact]
    public async Task It_inherits_the_environment_but_not_what_belongs_to_the_host()
    {
        var environment = DcpEnvironment.OfThisProcess();
        environment["INHERITED"] = "yes";
        environment["ASPNETCORE_URLS"] = "http://localhost:1";
        await using var dcp = await RealDcp.StartAsync(RealDcp.Options() with { Environment = environment });
        await dcp.RunAsync("e", "env");
        await dcp.WaitForAsync("e", ExecutableStates.Finished);

        var lines = (await dcp.ReadLogAsync("e", DcpLogSource.StandardOutput)).ConvertAll(line => line.Text);

        Assert.Contains("INHERITED=yes", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("ASPNETCORE_URLS=", StringComparison.Ordinal) || line.StartsWith("DCP_", StringComparison.Ordinal));
    }
}

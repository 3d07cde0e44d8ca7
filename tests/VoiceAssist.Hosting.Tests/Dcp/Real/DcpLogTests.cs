using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace VoiceAssist.Hosting.Tests.Dcp.Real;

public sealed class DcpLogTests
{
    [Fact]
    public async Task The_past_log_of_a_finished_executable_is_read_per_source()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.RunAsync("e", """echo one; echo oops >&2; printf 'two\r\n\nunfinished'""");
        await dcp.WaitForAsync("e", ExecutableStates.Finished);

        var output = await dcp.ReadLogAsync("e", DcpLogSource.StandardOutput);
        var errors = await dcp.ReadLogAsync("e", DcpLogSource.StandardError);

        Assert.Equal(["one", "two", "", "unfinished"], output.Select(line => line.Text));
        Assert.All(output, line => Assert.True(line is { IsError: false, Timestamp: not null }));
        Assert.True(Assert.Single(errors) is { Text: "oops", IsError: true });
    }

    [Fact]
    public async Task A_followed_log_brings_lines_as_they_are_written_and_ends_with_the_executable()
    {
        await using var dcp = await RealDcp.StartAsync();
        var marker = Path.Combine(dcp.Process.SessionDirectory, "go");
        await dcp.RunAsync("e", $"echo one; until [ -e {marker} ]; do sleep 0.05; done; echo two");
        var seen = new List<string>();

        await foreach (var line in dcp.Client.ReadLogAsync<Executable>("e", DcpLogSource.StandardOutput, follow: true, RealDcp.Token))
        {
            seen.Add(line.Text);
            if (line.Text == "one")
            {
                await File.WriteAllTextAsync(marker, "", RealDcp.Token);
            }
        }

        Assert.Equal(["one", "two"], seen);
    }

    [Fact]
    public async Task A_log_may_be_followed_before_the_start()
    {
        await using var dcp = await RealDcp.StartAsync();
        var executable = RealDcp.Script("e", "echo hello; exec sleep 600");
        await dcp.Client.CreateAsync(executable with { Spec = executable.Spec with { Start = false } }, RealDcp.Token);

        var line = dcp.ReadFirstLineAsync("e");
        await dcp.Client.RequestStartAsync<Executable>("e", RealDcp.Token);

        Assert.Equal("hello", await line);
    }

    [Fact]
    public async Task All_sources_together_bring_output_errors_and_system_messages()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.RunAsync("e", "echo out; echo err >&2");
        await dcp.WaitForAsync("e", ExecutableStates.Finished);
        var lines = new List<DcpLogLine>();

        await foreach (var line in dcp.Client.ReadAllLogsAsync<Executable>("e", follow: true, RealDcp.Token))
        {
            lines.Add(line);
        }

        Assert.Contains(lines, line => line is { Source: DcpLogSource.StandardOutput, Text: "out" });
        Assert.Contains(lines, line => line is { Source: DcpLogSource.StandardError, Text: "err" });
        Assert.Contains(lines, line => line is { Source: DcpLogSource.System, Text: "Starting process: Cmd = /bin/sh" });
    }

    [Fact]
    public async Task A_followed_log_ends_when_the_object_is_deleted()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.RunAsync("e", "echo one; exec sleep 600");
        var seen = new List<string>();

        await foreach (var line in dcp.Client.ReadLogAsync<Executable>("e", DcpLogSource.StandardOutput, follow: true, RealDcp.Token))
        {
            seen.Add(line.Text);
            await dcp.Client.DeleteAsync<Executable>("e", RealDcp.Token);
        }

        Assert.Equal(["one"], seen);
    }

    [Fact]
    public async Task The_log_of_an_object_that_does_not_exist_is_not_found()
    {
        await using var dcp = await RealDcp.StartAsync();

        var error = await Assert.ThrowsAsync<DcpApiException>(() => dcp.ReadLogAsync("nope", DcpLogSource.StandardOutput));

        Assert.True(error.IsNotFound);
    }

    [Fact]
    public async Task A_reader_of_all_sources_may_leave_early()
    {
        await using var dcp = await RealDcp.StartAsync();
        await dcp.RunAsync("e", "while echo line; do :; done");

        await foreach (var line in dcp.Client.ReadAllLogsAsync<Executable>("e", follow: true, RealDcp.Token))
        {
            if (line.Source == DcpLogSource.StandardOutput)
            {
                Assert.Equal("line", line.Text);
                break;
            }
        }
    }
}

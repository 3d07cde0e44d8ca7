using System.Diagnostics;
using System.Text;
using VoiceAssist.Worker.Speaking;

namespace VoiceAssist.Worker.Tests.Speaking;

public class BoundedProgramTests
{
    private const string Shell = "/bin/sh";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task It_hands_over_the_text_and_returns_what_is_written() =>
        Assert.Equal("\u00fcber -v; rm", Encoding.UTF8.GetString(await RunAsync("cat", input: "\u00fcber -v; rm")));

    [Fact]
    public async Task A_program_that_reads_nothing_is_no_problem() =>
        Assert.Equal("ok", Encoding.UTF8.GetString(await RunAsync("echo -n ok", input: new string('x', 1_000_000))));

    [Fact]
    public async Task The_environment_with_its_secrets_stays_here()
    {
        var environment = Encoding.UTF8.GetString(await RunAsync("env"));

        Assert.DoesNotContain("HOME=", environment, StringComparison.Ordinal);
        Assert.Contains("LANG=C.UTF-8", environment, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo no voice >&2; exit 3", "'/bin/sh' failed with exit code 3: no voice")]
    [InlineData("cat /dev/zero", "'/bin/sh' wrote more than 100000 bytes and was killed.")]
    public async Task A_program_that_fails_or_writes_too_much_is_a_clear_failure(string script, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(script))).Message);

    [Fact]
    public async Task Much_on_the_error_output_does_not_block_it() =>
        Assert.Equal("ok", Encoding.UTF8.GetString(await RunAsync("head -c 1000000 /dev/zero >&2; echo -n ok")));

    [Fact]
    public async Task A_program_that_takes_too_long_is_killed_with_its_children()
    {
        var marker = $"{Random.Shared.Next(1_000_000, 9_999_999)}.5";

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync($"sleep {marker} & sleep {marker}", timeLimit: TimeSpan.FromSeconds(0.3)));

        Assert.Equal("'/bin/sh' took longer than 0.3 s and was killed.", problem.Message);
        Assert.DoesNotContain(Process.GetProcessesByName("sleep"), process => CommandLine(process).Contains(marker, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_is_called_off_kills_it()
    {
        using var calledOff = new CancellationTokenSource();
        var running = RunAsync("sleep 600", cancellation: calledOff.Token);

        await calledOff.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named() =>
        Assert.StartsWith("'/nowhere/espeak-ng' cannot be started: ", (await Assert.ThrowsAsync<InvalidOperationException>(() =>
            BoundedProgram.RunAsync("/nowhere/espeak-ng", [], "", 1, Long, CancellationToken.None))).Message, StringComparison.Ordinal);

    private static string CommandLine(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static Task<byte[]> RunAsync(string script, string input = "", TimeSpan? timeLimit = null, CancellationToken cancellation = default) =>
        BoundedProgram.RunAsync(Shell, ["-c", script], input, 100_000, timeLimit ?? Long, cancellation);
}

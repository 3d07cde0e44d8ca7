using VoiceAssist.AppHost.Tests.Support;

namespace VoiceAssist.AppHost.Tests.Embedded;

/// <summary>What is wrong with the command line or the machine is one line on standard error.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--infrastructure", "nonsense", 1, "error: --infrastructure 'nonsense' is not known. Allowed: containers, embedded.")]
    [InlineData("--operation", "nonsense", 2, "error: --operation 'nonsense' is not known. Allowed: run, publish.")]
    public async Task A_value_that_is_not_known_is_refused_with_those_that_are(string name, string value, int exitCode, string error)
    {
        using var home = new TemporaryDirectory();
        await using var host = await AppHostProcess.StartAsync(home, [name, value]);

        Assert.Equal(exitCode, await host.WaitForExitAsync());

        Assert.Equal(error, host.Errors);
        Assert.Equal(error, host.Output);
    }

    [Fact]
    public async Task Without_the_orchestrator_it_says_where_it_looked()
    {
        using var home = new TemporaryDirectory();
        await using var host = await AppHostProcess.StartAsync(
            home, ["--infrastructure", "embedded"], new Dictionary<string, string?> { ["ASPIRE_DCP_PATH"] = home.Path });

        Assert.Equal(1, await host.WaitForExitAsync());

        Assert.StartsWith("error: ", host.Errors, StringComparison.Ordinal);
        Assert.Contains(home.Path, host.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', host.Errors);
    }
}

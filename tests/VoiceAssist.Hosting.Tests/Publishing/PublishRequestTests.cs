using Aspire.Hosting;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace VoiceAssist.Hosting.Tests.Publishing;

public class PublishRequestTests
{
    public static TheoryData<string, string?, string?> Publishes => new()
    {
        { "--operation publish --step publish --output-path out", "publish", "out" },
        { "--operation publish --step publish-manifest --output-path out", "publish-manifest", "out" },
        { "--operation Publish --publisher manifest --output-path out", "publish-manifest", "out" },
        { "--publisher manifest --output-path ./manifest.json", "publish-manifest", "./manifest.json" },
        { "--publisher MANIFEST", "publish-manifest", null },
        { "--publisher manifest --step publish", "publish", null },
        { "--publisher kubernetes --output-path out", null, "out" },
        { "--operation publish", null, null },
        { "--operation=publish --step=x", "x", null },
        { "--AppHost:Operation publish --Pipeline:Step x", "x", null },
        { "--list-steps true", null, null },
    };

    [Theory]
    [MemberData(nameof(Publishes))]
    public void A_command_line_that_publishes_names_step_and_output(string commandLine, string? step, string? outputPath)
    {
        var request = Parse(commandLine);
        Assert.Equal((DistributedApplicationOperation.Publish, step, outputPath), (request.Operation, request.Step, request.OutputPath));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--operation run")]
    [InlineData("--operation run --publisher manifest")]
    [InlineData("--step publish")]
    [InlineData("--list-steps false")]
    public void Any_other_runs_the_app(string commandLine) => Assert.Equal(DistributedApplicationOperation.Run, Parse(commandLine).Operation);

    [Fact]
    public void Steps_are_listed_only_when_asked_for()
    {
        Assert.True(Parse("--operation publish --list-steps true").ListSteps);
        Assert.False(Parse("--operation publish").ListSteps);
    }

    [Fact]
    public void The_log_level_is_Information_unless_given()
    {
        Assert.Equal(LogLevel.Information, Parse("").LogLevel);
        Assert.Equal(LogLevel.Debug, Parse("--log-level debug").LogLevel);
    }

    [Theory]
    [InlineData("--operation inspect", "--operation 'inspect' is not known. Allowed: run, publish.")]
    [InlineData("--list-steps maybe", "--list-steps 'maybe' is not allowed. Allowed: true, false.")]
    [InlineData("--include-exception-details 1", "--include-exception-details '1' is not allowed. Allowed: true, false.")]
    [InlineData("--log-level loud", "--log-level 'loud' is not known. Allowed: Trace, Debug, Information, Warning, Error, Critical, None.")]
    [InlineData("--log-level 77", "--log-level '77' is not known. Allowed: Trace, Debug, Information, Warning, Error, Critical, None.")]
    public void A_value_that_is_not_allowed_is_refused_with_those_that_are(string commandLine, string message) =>
        Assert.Equal(message, Assert.Throws<CommandLineException>(() => Parse(commandLine)).Message);

    [Theory]
    [InlineData("--dcp-cli-path", "DcpPublisher:CliPath")]
    [InlineData("--dcp-container-runtime", "DcpPublisher:ContainerRuntime")]
    [InlineData("--dcp-dashboard-path", "DcpPublisher:DashboardPath")]
    [InlineData("--clear-cache", "Pipeline:ClearCache")]
    [InlineData("--yes", "Pipeline:SkipConfirmation")]
    public void A_switch_sets_the_key_that_Aspire_gives_it(string name, string key) => Assert.Equal("v", Configure($"{name} v")[key]);

    private static PublishRequest Parse(string commandLine) => PublishRequest.FromConfiguration(Configure(commandLine));

    private static IConfigurationRoot Configure(string commandLine) => new ConfigurationBuilder()
        .AddCommandLine(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries), CommandLineSwitches.SwitchMappings.ToDictionary())
        .Build();
}

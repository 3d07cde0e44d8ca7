using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.Logging;

namespace VoiceAssist.Hosting.Tests.Publishing;

public sealed class PublishRunnerTests : IDisposable
{
    private const string BuiltIn = "before-start, process-parameters, publish-prereq, publish, publish-manifest";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("publish-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("--publisher manifest --output-path {0}/manifest.json", "manifest.json")]
    [InlineData("--operation publish --publisher manifest --output-path {0}", "aspire-manifest.json")]
    [InlineData("--operation publish --step publish-manifest --output-path {0}", "aspire-manifest.json")]
    public async Task A_manifest_is_written_and_nothing_else_not_even_to_standard_error(string commandLine, string file)
    {
        await using var app = App(commandLine);
        Assert.Equal(PublishExitCode.Success, await app.RunAsync());
        Assert.Equal([file], _directory.EnumerateFileSystemInfos().Select(f => f.Name));
        Assert.Empty(app.Error);
        Assert.Contains($"publish-manifest: Published manifest to: {Path.Combine(_directory.FullName, file)}\n", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_without_an_output_path_is_wrong_usage()
    {
        await using var app = App("--publisher manifest");
        Assert.Equal(PublishExitCode.WrongUsage, await app.RunAsync());
        Assert.StartsWith("The '--output-path PATH' option was not specified", app.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--operation publish")]
    [InlineData("--publisher kubernetes --output-path {0}")]
    public async Task Publishing_without_a_step_is_refused_with_the_steps(string commandLine)
    {
        await using var app = App(commandLine);
        Assert.Equal(PublishExitCode.WrongUsage, await app.RunAsync());
        Assert.Equal($"Publishing needs '--step NAME' (or '--publisher manifest'). Known steps: {BuiltIn}.\n", app.Error);
        Assert.Empty(_directory.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task An_unknown_step_is_refused_with_the_known_ones()
    {
        await using var app = App("--operation publish --step pubish");
        Assert.Equal(PublishExitCode.WrongUsage, await app.RunAsync());
        Assert.Equal($"Step 'pubish' is not in the pipeline. Known steps: {BuiltIn}.\n", app.Error);
    }

    [Fact]
    public async Task A_wrong_value_on_the_command_line_is_wrong_usage()
    {
        await using var app = App("--operation publish --log-level loud");
        Assert.Equal(PublishExitCode.WrongUsage, await app.RunAsync());
        Assert.StartsWith("--log-level 'loud'", app.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_runs_with_all_it_depends_on_and_nothing_else()
    {
        await using var app = App("--operation publish --step publish");
        var ran = new List<string>();
        app.Pipeline.AddStep("publish-k8s", _ => Note("publish-k8s"), dependsOn: "plan", requiredBy: "publish");
        app.Pipeline.AddStep("plan", _ => Note("plan"), dependsOn: "publish-prereq");
        app.Pipeline.AddStep("explain-check", _ => Note("explain-check"));
        Assert.Equal(PublishExitCode.Success, await app.RunAsync());
        Assert.Equal(["plan", "publish-k8s"], ran);

        Task Note(string name)
        {
            ran.Add(name);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task The_model_is_complete_before_the_first_step_runs()
    {
        await using var app = App("--operation publish --step last");
        var order = new List<string>();
        app.Eventing.Subscribe<BeforeStartEvent>((_, _) =>
        {
            order.Add("event");
            return Task.CompletedTask;
        });
        app.Pipeline.AddStep("last", _ => Note("last"));
        app.Pipeline.AddStep("first", _ => Note("first"), requiredBy: "before-start");
        await app.RunAsync();
        Assert.Equal(["event", "first", "last"], order);

        Task Note(string name)
        {
            order.Add(name);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_failing_step_is_named_with_its_reason()
    {
        await using var app = App("--operation publish --step broken");
        app.Pipeline.AddStep("broken", _ => throw new InvalidOperationException("no luck"));
        Assert.Equal(PublishExitCode.Failed, await app.RunAsync());
        Assert.Equal("Step 'broken' failed: no luck\n", app.Error);
    }

    [Fact]
    public async Task The_stack_trace_of_a_failure_is_printed_on_request()
    {
        await using var app = App("--operation publish --step broken --include-exception-details true");
        app.Pipeline.AddStep("broken", _ => throw new InvalidOperationException("no luck"));
        await app.RunAsync();
        Assert.Contains("   at ", app.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_is_a_failure_that_names_it()
    {
        await using var app = App("--operation publish --step a");
        app.Pipeline.AddStep("a", _ => Task.CompletedTask, dependsOn: "b");
        app.Pipeline.AddStep("b", _ => Task.CompletedTask, dependsOn: "a");
        Assert.Equal(PublishExitCode.Failed, await app.RunAsync());
        Assert.Contains("a → b → a", app.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_says_so_and_starts_no_further_step()
    {
        using var source = new CancellationTokenSource();
        await using var app = App("--operation publish --step second");
        var second = false;
        app.Pipeline.AddStep("first", async context =>
        {
            await source.CancelAsync();
            context.CancellationToken.ThrowIfCancellationRequested();
        });
        app.Pipeline.AddStep("second", _ => Task.FromResult(second = true), dependsOn: "first");
        Assert.Equal(PublishExitCode.Cancelled, await app.RunAsync(source.Token));
        Assert.False(second);
        Assert.Equal("Cancelled.\n", app.Error);
    }

    [Fact]
    public async Task Listing_prints_steps_in_the_order_in_which_they_would_run()
    {
        await using var app = App("--list-steps true");
        app.Pipeline.AddStep("publish-k8s", _ => throw new InvalidOperationException("ran"), dependsOn: "publish-prereq", requiredBy: "publish");
        Assert.Equal(PublishExitCode.Success, await app.RunAsync());
        Assert.Equal(
            ["before-start", "process-parameters", "publish-prereq (after process-parameters)", "publish-k8s (after publish-prereq)", "publish (after publish-k8s)", "publish-manifest"],
            app.Output.Split('\n').Where(line => line.Length > 0 && line[0] != ' '));
        Assert.Empty(app.Error);
    }

    [Fact]
    public async Task Listing_with_a_step_prints_only_what_it_needs()
    {
        await using var app = App("--list-steps true --step publish-prereq");
        await app.RunAsync();
        Assert.Equal(
            ["process-parameters", "publish-prereq (after process-parameters)"],
            app.Output.Split('\n').Where(line => line.Length > 0 && line[0] != ' '));
    }

    [Theory]
    [InlineData("", "s: info\ns: warning: careful\n")]
    [InlineData(" --log-level warning", "s: warning: careful\n")]
    public async Task What_a_step_logs_goes_to_standard_output(string level, string expected)
    {
        await using var app = App("--operation publish --step s" + level);
        app.Pipeline.AddStep("s", context =>
        {
            context.Logger.LogDebug("hidden");
            context.Logger.LogInformation("info");
            context.Logger.LogWarning("careful");
            return Task.CompletedTask;
        });
        await app.RunAsync();
        Assert.StartsWith(expected, app.Output, StringComparison.Ordinal);
        Assert.Empty(app.Error);
    }

    private PublishApp App(string commandLine) => new(
        string.Format(System.Globalization.CultureInfo.InvariantCulture, commandLine, _directory.FullName), new SampleModel().Resources);
}

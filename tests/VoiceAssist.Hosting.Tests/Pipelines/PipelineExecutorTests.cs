using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace VoiceAssist.Hosting.Tests.Pipelines;

public sealed class PipelineExecutorTests : IDisposable
{
    private readonly List<string> _ran = [];
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();

    public void Dispose()
    {
        _services.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task A_failing_step_stops_those_that_depend_on_it_directly_or_not_and_no_others()
    {
        var executor = Executor(
            Step("target", "after-after", "independent"), Step("after-after", "after"), Step("after", "broken"), Failing("broken"), Step("independent"));
        await Assert.ThrowsAsync<PipelineFailedException>(() => executor.RunAsync("target"));
        Assert.Equal(["broken", "independent"], _ran);
        Assert.Contains("target: not run, because it depends on after-after\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_failure_is_reported()
    {
        var executor = Executor(Step("target", "a", "b"), Failing("a"), Failing("b"));
        var error = await Assert.ThrowsAsync<PipelineFailedException>(() => executor.RunAsync("target"));
        Assert.Equal(["a", "b"], error.Failures.Select(f => f.Step));
        Assert.Equal($"Step 'a' failed: a is broken{Environment.NewLine}Step 'b' failed: b is broken", error.Message);
    }

    [Fact]
    public async Task A_step_runs_once_however_many_targets_need_it()
    {
        var executor = Executor(Step("shared"), Step("first", "shared"), Step("second", "shared"));
        await executor.RunAsync("first");
        await executor.RunAsync("second");
        Assert.Equal(["shared", "first", "second"], _ran);
    }

    [Fact]
    public async Task A_step_that_gives_up_waiting_has_failed()
    {
        var step = new PipelineStep { Name = "slow", Action = _ => throw new OperationCanceledException("timed out") };
        await Assert.ThrowsAsync<PipelineFailedException>(() => Executor(step).RunAsync("slow"));
    }

    [Fact]
    public async Task Steps_that_only_gather_others_are_not_reported()
    {
        await Executor(new PipelineStep { Name = "gather", Action = BuiltInSteps.Gather }).RunAsync("gather");
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task A_step_is_given_what_the_run_shares()
    {
        PipelineStepContext? given = null;
        var step = new PipelineStep { Name = "s", Action = context => Task.FromResult(given = context) };
        await Executor(step).RunAsync("s");
        Assert.Same(_services, given!.Services);
        Assert.True(given.ExecutionContext.IsPublishMode);
        Assert.Same(given.PipelineContext.Model, given.Model);
    }

    private PipelineExecutor Executor(params PipelineStep[] steps) => new(
        new(steps),
        new(new DistributedApplicationModel(Array.Empty<IResource>()), new(DistributedApplicationOperation.Publish), _services, NullLogger.Instance, TestContext.Current.CancellationToken),
        new PublishConsole(_output, _output),
        LogLevel.Information,
        TimeProvider.System);

    private PipelineStep Step(string name, params string[] dependsOn) => new()
    {
        Name = name,
        DependsOnSteps = [.. dependsOn],
        Action = _ =>
        {
            _ran.Add(name);
            return Task.CompletedTask;
        },
    };

    private PipelineStep Failing(string name) => new()
    {
        Name = name,
        Action = _ =>
        {
            _ran.Add(name);
            throw new InvalidOperationException($"{name} is broken");
        },
    };
}

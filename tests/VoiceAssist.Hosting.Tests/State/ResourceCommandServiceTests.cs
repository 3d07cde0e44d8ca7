using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.State;

public class ResourceCommandServiceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_is_executed_for_the_instance_on_which_it_was_called()
    {
        await using var host = new StateHost();
        var resource = With(new TestResource("r", replicas: 2), c => Task.FromResult(CommandResults.Success(c.ResourceName)));
        await host.Set(resource, "Running");

        var result = await host.Commands.ExecuteCommandAsync("r-1", "do", Token);

        Assert.Equal((true, "r-1"), (result.Success, result.Message));
        Assert.Equal(["Executing command 'do'.", "Command 'do' succeeded."], await host.LogOf("r-1"));
    }

    [Fact]
    public async Task A_command_of_a_resource_is_executed_for_every_instance()
    {
        await using var host = new StateHost();
        List<string> called = [];
        var resource = With(new TestResource("r", replicas: 2), c =>
        {
            lock (called)
            {
                called.Add(c.ResourceName);
            }

            return Task.FromResult(c.ResourceName == "r-1" ? CommandResults.Failure("no") : CommandResults.Success());
        });

        var result = await host.Commands.ExecuteCommandAsync(resource, "do", Token);

        Assert.Equal(["r-0", "r-1"], called.Order());
        Assert.False(result.Success);
        Assert.Equal("Resource 'r-1': no", result.Message);
    }

    [Theory]
    [InlineData("r", "undo", "Command 'undo' not available for resource 'r'. Commands: do.")]
    [InlineData("x", "do", "Resource 'x' not found. Resources: r.")]
    public async Task What_does_not_exist_is_a_failure_that_names_what_does(string resourceId, string command, string message)
    {
        await using var host = new StateHost();
        await host.Set(With(new TestResource("r"), _ => Task.FromResult(CommandResults.Success())), "Running");

        var result = await host.Commands.ExecuteCommandAsync(resourceId, command, Token);

        Assert.Equal((false, message), (result.Success, result.Message));
    }

    [Fact]
    public async Task An_exception_is_a_failure()
    {
        await using var host = new StateHost();
        var resource = With(new TestResource("r"), _ => throw new InvalidOperationException("broken"));

        var result = await host.Commands.ExecuteCommandAsync(resource, "do", Token);

        Assert.Equal((false, "broken"), (result.Success, result.Message));
    }

    [Fact]
    public async Task A_cancelled_command_is_no_failure()
    {
        await using var host = new StateHost();
        var resource = With(new TestResource("r"), _ => throw new OperationCanceledException());

        var result = await host.Commands.ExecuteCommandAsync(resource, "do", Token);

        Assert.Equal((false, true), (result.Success, result.Canceled));
    }

    private static TestResource With(TestResource resource, Func<ExecuteCommandContext, Task<ExecuteCommandResult>> execute)
    {
        resource.Annotations.Add(new ResourceCommandAnnotation(
            "do", "Do", _ => ResourceCommandState.Enabled, execute, null, null, null, null, null, isHighlighted: false));
        return resource;
    }
}

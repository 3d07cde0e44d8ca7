using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VoiceAssist.Hosting.Tests.State;

public class WaitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_state_that_is_already_reached_is_not_waited_for()
    {
        await using var host = new StateHost();
        await host.Set(new TestResource("r"), "Running");

        await host.Notifications.WaitForResourceAsync("R", cancellationToken: Token);
    }

    [Fact]
    public async Task A_wait_for_several_states_says_which_one_came()
    {
        await using var host = new StateHost();
        var resource = new TestResource("r");
        var wait = host.Notifications.WaitForResourceAsync("r", ["Exited", "Finished"], Token);

        await host.Set(resource, "Running");
        await host.Set(resource, "Finished");

        Assert.Equal("Finished", await wait);
    }

    [Fact]
    public async Task A_condition_is_asked_of_every_change()
    {
        await using var host = new StateHost();
        var resource = new TestResource("r");
        var wait = host.Notifications.WaitForResourceAsync("r", e => e.Snapshot.ExitCode == 7, Token);

        await host.Set(resource, "Running");
        await host.Set(resource, "Exited", exitCode: 7);

        Assert.Equal(7, (await wait).Snapshot.ExitCode);
    }

    [Fact]
    public async Task A_cancelled_wait_says_how_far_the_resource_came()
    {
        await using var host = new StateHost();
        var resource = new TestResource("r").Checked("c");
        await host.Set(resource, "Running");
        using var cancel = new CancellationTokenSource();
        var wait = host.Notifications.WaitForResourceHealthyAsync("r", cancel.Token);

        await cancel.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Contains("r: Running, Unhealthy; c: no answer yet", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_wait_for_an_unknown_resource_names_those_that_are_known()
    {
        await using var host = new StateHost();
        await host.Set(new TestResource("gateway"), "Running");
        using var cancel = new CancellationTokenSource();
        var wait = host.Notifications.WaitForResourceAsync("getaway", cancellationToken: cancel.Token);

        await cancel.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Contains("known resources: gateway", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_for_health_ends_when_the_ready_handlers_are_done()
    {
        await using var host = new StateHost();
        var resource = new TestResource("r").Checked("c");
        await host.Set(resource, "Running");
        var wait = host.Notifications.WaitForResourceHealthyAsync("r", Token);
        await host.Answer(resource, "c", HealthStatus.Healthy);
        Assert.False(wait.IsCompleted);

        host.MakeReady(resource);

        Assert.Equal(HealthStatus.Healthy, (await wait).Snapshot.HealthStatus);
    }

    [Theory]
    [InlineData("Exited", 3, "entered the 'Exited' state with exit code 3")]
    [InlineData("Finished", 0, "entered the 'Finished' state with exit code 0")]
    [InlineData("FailedToStart", null, "failed to start")]
    [InlineData("RuntimeUnhealthy", null, "entered the 'RuntimeUnhealthy' state")]
    public async Task A_wait_for_health_stops_when_the_resource_cannot_become_healthy(string state, int? exitCode, string reason)
    {
        await using var host = new StateHost();
        var wait = host.Notifications.WaitForResourceHealthyAsync("r", WaitBehavior.StopOnResourceUnavailable, Token);

        await host.Set(new TestResource("r"), state, exitCode: exitCode);

        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => wait);
        Assert.Equal($"Stopped waiting for resource 'r' to become healthy because it {reason}.", error.Message);
    }

    [Fact]
    public async Task A_wait_for_health_may_outlast_an_end()
    {
        await using var host = new StateHost();
        var resource = new TestResource("r");
        var wait = host.Notifications.WaitForResourceHealthyAsync("r", WaitBehavior.WaitOnResourceUnavailable, Token);
        await host.Set(resource, "Exited", exitCode: 1);
        await host.Set(resource, "Running");

        host.MakeReady(resource);

        await wait;
    }

    [Fact]
    public async Task A_wait_that_stops_knows_the_model()
    {
        await using var host = new StateHost(configure: s => s.AddSingleton(new DistributedApplicationModel([new TestResource("gateway")])));

        var error = await Assert.ThrowsAsync<DistributedApplicationException>(
            () => host.Notifications.WaitForResourceHealthyAsync("getaway", WaitBehavior.StopOnResourceUnavailable, Token));

        Assert.Contains("'getaway' to become healthy because it does not exist. Resources: gateway.", error.Message, StringComparison.Ordinal);
    }
}

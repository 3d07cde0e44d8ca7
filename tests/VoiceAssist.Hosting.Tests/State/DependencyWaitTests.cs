using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VoiceAssist.Hosting.Tests.State;

public class DependencyWaitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_dependencies_nothing_happens()
    {
        await using var host = new StateHost();

        await host.Notifications.WaitForDependenciesAsync(new TestResource("r"), Token);

        Assert.False(host.Notifications.TryGetCurrentState("r", out _));
    }

    [Fact]
    public async Task Every_replica_must_run()
    {
        await using var host = new StateHost();
        var worker = new TestResource("worker", replicas: 2);
        var gateway = new TestResource("gateway").WaitsFor(worker, WaitType.WaitUntilStarted);
        var wait = host.Notifications.WaitForDependenciesAsync(gateway, Token);

        await host.Set(worker, "Running", "worker-0");
        await Shows(host, "gateway", "worker-1");
        Assert.False(wait.IsCompleted);

        await host.Set(worker, "Running", "worker-1");
        await wait;
    }

    [Fact]
    public async Task While_it_waits_the_snapshot_says_so_and_for_whom()
    {
        await using var host = new StateHost();
        var (redis, postgres) = (new TestResource("redis", replicas: 1), new TestResource("postgres", replicas: 1));
        var gateway = new TestResource("gateway").WaitsFor(redis).WaitsFor(postgres);
        var wait = host.Notifications.WaitForDependenciesAsync(gateway, Token);

        await Shows(host, "gateway", "redis-0", "postgres-0");
        await host.Set(redis, "Running");
        host.MakeReady(redis);
        await Shows(host, "gateway", "postgres-0");
        await host.Set(postgres, "Running");
        host.MakeReady(postgres);
        await wait;

        Assert.DoesNotContain(host.Snapshot("gateway").Properties, p => p.Name == "resource.waitingFor");
    }

    [Fact]
    public async Task A_health_check_is_waited_for_and_then_the_ready_handlers()
    {
        await using var host = new StateHost();
        var redis = new TestResource("redis").Checked("c");
        var wait = host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(redis), Token);

        await host.Set(redis, "Running");
        await host.Answer(redis, "c", HealthStatus.Degraded);
        await host.Answer(redis, "c", HealthStatus.Healthy);
        Assert.False(wait.IsCompleted);
        host.MakeReady(redis);
        await wait;

        Assert.Equal(
            [
                "Waiting for resource 'redis' to enter the 'Running' state.",
                "Waiting for resource 'redis' to become healthy.",
                "Waiting for resource ready to execute for 'redis'.",
                "Finished waiting for resource 'redis'.",
            ],
            await host.LogOf("gateway"));
    }

    [Fact]
    public async Task A_start_is_waited_for_without_health()
    {
        await using var host = new StateHost();
        var redis = new TestResource("redis").Checked("c");
        var wait = host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(redis, WaitType.WaitUntilStarted), Token);

        await host.Set(redis, "Running");

        await wait;
    }

    [Fact]
    public async Task Who_waits_for_a_child_waits_for_its_parent_too()
    {
        await using var host = new StateHost();
        var server = new TestResource("server");
        var database = new TestChild("db", server);
        var wait = host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(database), Token);

        await host.Set(database, "Running");
        host.MakeReady(database);
        await Shows(host, "gateway", "server");
        await host.Set(server, "Running");
        host.MakeReady(server);

        await wait;
    }

    [Theory]
    [InlineData("Finished", 0, 0, null)]
    [InlineData("Exited", 2, 2, null)]
    [InlineData("Finished", null, 0, null)]
    [InlineData("Exited", 1, 0, "it entered the 'Exited' state with exit code 1, expected 0")]
    [InlineData("FailedToStart", null, 0, "it failed to start")]
    public async Task An_end_is_waited_for_with_its_exit_code(string state, int? exitCode, int expected, string? failure)
    {
        await using var host = new StateHost();
        var job = new TestResource("job");
        var wait = host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(job, WaitType.WaitForCompletion, exitCode: expected), Token);

        await host.Set(job, "Running");
        await host.Set(job, state, exitCode: exitCode);

        if (failure is null)
        {
            await wait;
        }
        else
        {
            var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => wait);
            Assert.Equal($"Resource 'gateway' stopped waiting for dependency resource 'job' because {failure}.", error.Message);
            Assert.Contains(error.Message, await host.LogOf("gateway"));
        }
    }

    [Theory]
    [InlineData("FailedToStart")]
    [InlineData("Exited")]
    [InlineData("Finished")]
    [InlineData("RuntimeUnhealthy")]
    public async Task A_wait_stops_when_the_dependency_is_unavailable(string state)
    {
        await using var host = new StateHost(behavior: WaitBehavior.StopOnResourceUnavailable);
        var redis = new TestResource("redis");
        var wait = host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(redis), Token);

        await host.Set(redis, state);

        await Assert.ThrowsAsync<DistributedApplicationException>(() => wait);
    }

    [Fact]
    public async Task A_dependency_that_ends_before_it_is_healthy_stops_the_wait()
    {
        await using var host = new StateHost(behavior: WaitBehavior.StopOnResourceUnavailable);
        var redis = new TestResource("redis").Checked("c");
        var wait = host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(redis), Token);
        await host.Set(redis, "Running");

        await host.Set(redis, "Exited", exitCode: 137);

        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => wait);
        Assert.Contains("exit code 137", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_failure_ends_the_other_waits()
    {
        await using var host = new StateHost(behavior: WaitBehavior.StopOnResourceUnavailable);
        var (redis, never) = (new TestResource("redis"), new TestResource("never"));
        var wait = host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(never).WaitsFor(redis), Token);

        await host.Set(redis, "FailedToStart");

        await Assert.ThrowsAsync<DistributedApplicationException>(() => wait);
    }

    [Theory]
    [InlineData(WaitBehavior.WaitOnResourceUnavailable, null)]
    [InlineData(WaitBehavior.StopOnResourceUnavailable, WaitBehavior.WaitOnResourceUnavailable)]
    public async Task A_wait_may_outlast_a_failure(WaitBehavior byDefault, WaitBehavior? own)
    {
        await using var host = new StateHost(behavior: byDefault);
        var redis = new TestResource("redis");
        var wait = host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(redis, behavior: own), Token);
        await host.Set(redis, "FailedToStart");
        await host.Set(redis, "Running");

        host.MakeReady(redis);

        await wait;
    }

    [Fact]
    public async Task A_restart_is_waited_for_anew()
    {
        await using var host = new StateHost(behavior: WaitBehavior.WaitOnResourceUnavailable);
        var redis = new TestResource("redis", replicas: 1);
        await host.Set(redis, "Running");
        host.MakeReady(redis);
        await host.Set(redis, "Exited");
        await host.Set(redis, "Running");

        var wait = host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(redis), Token);
        await Shows(host, "gateway", "redis-0");
        Assert.False(wait.IsCompleted);
        host.MakeReady(redis);

        await wait;
    }

    [Fact]
    public async Task One_replica_that_ends_does_not_take_back_that_the_resource_is_ready()
    {
        await using var host = new StateHost();
        var worker = new TestResource("worker", replicas: 2);
        await host.Set(worker, "Running");
        host.MakeReady(worker);

        await host.Set(worker, "Exited", "worker-0");

        Assert.True(host.Notifications.Ready(worker).IsReady);
    }

    [Fact]
    public async Task A_ready_handler_that_fails_fails_those_that_wait()
    {
        await using var host = new StateHost();
        var postgres = new TestResource("postgres");
        var wait = host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(postgres), Token);
        await host.Set(postgres, "Running");

        host.Notifications.Ready(postgres).Current.Fail(new InvalidOperationException("no database"));

        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => wait);
        Assert.Equal("Resource 'gateway' stopped waiting for dependency resource 'postgres' because preparing it failed: no database.", error.Message);
    }

    [Fact]
    public async Task A_parameter_is_not_waited_for()
    {
        await using var host = new StateHost();

        await host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(new ParameterResource("p", _ => "v")), Token);
    }

    [Fact]
    public async Task A_cancelled_wait_says_what_it_waited_for()
    {
        await using var host = new StateHost();
        var redis = new TestResource("redis");
        await host.Set(redis, "Starting");
        using var cancel = new CancellationTokenSource();
        var wait = host.Notifications.WaitForDependenciesAsync(new TestResource("gateway").WaitsFor(redis), cancel.Token);

        await cancel.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Contains("redis: Starting", error.Message, StringComparison.Ordinal);
    }

    private static Task<ResourceEvent> Shows(StateHost host, string waiter, params string[] instances) => host.Notifications.WaitForResourceAsync(
        waiter,
        e => e.Snapshot.State?.Text == "Waiting" &&
            e.Snapshot.Properties.SingleOrDefault(p => p.Name == "resource.waitingFor")?.Value is string[] shown && shown.SequenceEqual(instances),
        Token);
}

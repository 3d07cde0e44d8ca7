using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VoiceAssist.Hosting.Tests.State;

namespace VoiceAssist.Hosting.Tests.Health;

public sealed class ResourceHealthCheckServiceTests : IAsyncDisposable
{
    private readonly PauseRecorder _time = new();
    private readonly ScriptedCheck _check = new();
    private readonly StateHost _host;
    private readonly ResourceHealthCheckService _service;

    public ResourceHealthCheckServiceTests()
    {
        _host = new(_time, WaitBehavior.WaitOnResourceUnavailable, s => s.AddHealthChecks()
            .AddCheck("scripted", _check)
            .AddCheck("fine", () => HealthCheckResult.Healthy())
            .AddCheck("throws", () => throw new InvalidOperationException("boom"))
            .AddAsyncCheck("slow", () => new TaskCompletionSource<HealthCheckResult>().Task));
        _service = _host.Health;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_starting_resource_is_asked_at_once_and_often_until_it_is_healthy_then_every_30_seconds()
    {
        await _service.StartAsync(Token);
        _check.Answer(HealthStatus.Unhealthy, HealthStatus.Unhealthy, HealthStatus.Degraded, HealthStatus.Healthy);

        await _host.Set(new TestResource("r").Checked("scripted"), "Running");

        foreach (var pause in (double[])[100, 200, 400, 30_000])
        {
            Assert.Equal(pause, await _time.NextAsync(Token));
            _time.Advance(TimeSpan.FromMilliseconds(pause));
        }
    }

    [Fact]
    public async Task A_resource_that_becomes_unhealthy_is_asked_after_1_2_3_seconds()
    {
        await _service.StartAsync(Token);
        _check.Answer(HealthStatus.Healthy, HealthStatus.Unhealthy, HealthStatus.Unhealthy, HealthStatus.Unhealthy);

        await _host.Set(new TestResource("r").Checked("scripted"), "Running");

        foreach (var pause in (double[])[30_000, 1_000, 2_000, 3_000])
        {
            Assert.Equal(pause, await _time.NextAsync(Token));
            _time.Advance(TimeSpan.FromMilliseconds(pause));
        }
    }

    [Fact]
    public async Task A_change_of_state_brings_the_next_check_forward_to_one_second_after_the_last()
    {
        await _service.StartAsync(Token);
        _check.Answer(HealthStatus.Healthy, HealthStatus.Healthy);
        var resource = new TestResource("r", replicas: 2).Checked("scripted");
        await _host.Set(resource, "Running", "r-0");
        Assert.Equal(30_000, await _time.NextAsync(Token));
        _time.Advance(TimeSpan.FromMilliseconds(300));

        await _host.Set(resource, "Running", "r-1");

        Assert.Equal(700, await _time.NextAsync(Token));
        _time.Advance(TimeSpan.FromMilliseconds(700));
        Assert.Equal(30_000, await _time.NextAsync(Token));
    }

    [Fact]
    public async Task Every_instance_gets_the_report()
    {
        await _service.StartAsync(Token);
        _check.Answer(HealthStatus.Degraded);
        var resource = new TestResource("r", replicas: 2).Checked("scripted");

        await _host.Set(resource, "Running");

        foreach (var id in resource.GetInstanceNames())
        {
            var reached = await _host.Notifications.WaitForResourceAsync("r", e => e.ResourceId == id && e.Snapshot.HealthStatus == HealthStatus.Degraded, Token);
            var report = Assert.Single(reached.Snapshot.HealthReports);
            Assert.Equal(("scripted", "says Degraded", _time.GetUtcNow().UtcDateTime), (report.Name, report.Description, report.LastRunAt));
        }
    }

    [Theory]
    [InlineData("throws", "boom", true)]
    [InlineData("missing", "No health check is registered as 'missing'.", false)]
    public async Task A_check_that_cannot_answer_is_unhealthy_and_says_why(string key, string description, bool hasException)
    {
        await _service.StartAsync(Token);

        await _host.Set(new TestResource("r").Checked("fine").Checked(key), "Running");

        var report = await AnswerOf("r", key);
        Assert.Equal((HealthStatus.Unhealthy, description), (report.Status, report.Description));
        Assert.Equal(hasException, report.ExceptionText is not null);
    }

    [Fact]
    public async Task A_check_that_does_not_answer_is_given_up()
    {
        var runner = _host.Services.GetRequiredService<HealthCheckRunner>();
        var running = runner.RunAsync(["slow"], Token);

        _time.Advance(HealthCheckCadence.Timeout);

        Assert.Equal("No answer within 10 s.", Assert.Single(await running).Description);
    }

    [Fact]
    public async Task A_resource_without_checks_is_ready_when_it_runs()
    {
        await _service.StartAsync(Token);
        var wait = _host.Notifications.WaitForResourceHealthyAsync("r", Token);

        await _host.Set(new TestResource("r"), "Running");

        await wait;
    }

    [Fact]
    public async Task The_ready_event_comes_once_and_those_that_wait_wait_for_its_subscribers()
    {
        await _service.StartAsync(Token);
        var (events, prepared) = (0, new TaskCompletionSource());
        var resource = new TestResource("r").Checked("scripted");
        _host.Eventing.Subscribe<ResourceReadyEvent>(resource, async (e, _) =>
        {
            events++;
            await prepared.Task;
        });
        _check.Answer(HealthStatus.Healthy, HealthStatus.Healthy);
        await _host.Set(resource, "Running");
        Assert.Equal(30_000, await _time.NextAsync(Token));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(30_000, await _time.NextAsync(Token));
        var wait = _host.Notifications.WaitForDependenciesAsync(new TestResource("w").WaitsFor(resource), Token);
        Assert.False(wait.IsCompleted);

        prepared.SetResult();

        await wait;
        Assert.Equal(1, events);
    }

    [Fact]
    public async Task After_a_restart_the_ready_event_comes_again()
    {
        await _service.StartAsync(Token);
        var events = 0;
        var resource = new TestResource("r").Checked("scripted");
        _host.Eventing.Subscribe<ResourceReadyEvent>(resource, (_, _) =>
        {
            events++;
            return Task.CompletedTask;
        });
        _check.Answer(HealthStatus.Healthy);
        await _host.Set(resource, "Running");
        await _host.Notifications.WaitForResourceHealthyAsync("r", Token);

        await _host.Set(resource, "Exited");
        await _host.Set(resource, "Running");
        _check.Answer(HealthStatus.Healthy);
        await _host.Notifications.WaitForResourceHealthyAsync("r", Token);

        Assert.Equal(2, events);
    }

    [Fact]
    public async Task A_subscriber_that_fails_fails_those_that_wait()
    {
        await _service.StartAsync(Token);
        var resource = new TestResource("r");
        _host.Eventing.Subscribe<ResourceReadyEvent>(resource, (_, _) => throw new InvalidOperationException("no database"));

        await _host.Set(resource, "Running");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _host.Notifications.WaitForResourceHealthyAsync("r", Token));
        Assert.Equal("no database", error.Message);
    }

    private async Task<HealthReportSnapshot> AnswerOf(string resource, string key)
    {
        var reached = await _host.Notifications.WaitForResourceAsync(resource, e => e.Snapshot.HealthReports.Any(r => r.Name == key && r.Status is not null), Token);
        return reached.Snapshot.HealthReports.Single(r => r.Name == key);
    }
}

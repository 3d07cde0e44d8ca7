using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using VoiceAssist.ServiceDefaults.Health;

namespace VoiceAssist.ServiceDefaults.Tests.Health;

public class ReadinessProbeTests
{
    private readonly FakeTimeProvider _time = new();
    private int _looks;

    [Fact]
    public async Task Many_who_ask_at_once_and_soon_after_cost_one_look()
    {
        var (probe, _) = Probe(() => HealthCheckResult.Healthy());

        var reports = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => probe.AskAsync()));
        await probe.AskAsync();

        Assert.All(reports, report => Assert.True(report.IsReady));
        Assert.Equal(1, _looks);
    }

    [Fact]
    public async Task A_good_answer_is_looked_at_again_after_its_time()
    {
        var (probe, _) = Probe(() => HealthCheckResult.Healthy());
        await probe.AskAsync();

        _time.Advance(ReadinessProbe.KeepReady);
        await probe.AskAsync();

        Assert.Equal(2, _looks);
    }

    [Fact]
    public async Task A_bad_answer_names_what_is_missing_and_is_looked_at_again_sooner()
    {
        var (probe, _) = Probe(() => HealthCheckResult.Unhealthy());

        var report = await probe.AskAsync();
        _time.Advance(ReadinessProbe.KeepUnready);
        await probe.AskAsync();

        Assert.Equal(("not ready", "dependency"), (report.Status, Assert.Single(report.Missing)));
        Assert.Equal(2, _looks);
    }

    [Fact]
    public async Task What_is_degraded_is_named_but_does_not_stop_it()
    {
        var (probe, _) = Probe(() => HealthCheckResult.Degraded());

        var report = await probe.AskAsync();

        Assert.True(report.IsReady);
        Assert.Equal(["dependency"], report.Degraded);
    }

    [Fact]
    public async Task A_dependency_that_breaks_its_check_is_missing()
    {
        var (probe, _) = Probe(() => throw new InvalidOperationException());

        Assert.Equal(["dependency"], (await probe.AskAsync()).Missing);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_the_limit()
    {
        var never = new TaskCompletionSource<HealthCheckResult>();
        var (probe, _) = Probing(() => never.Task);

        var asked = probe.AskAsync();
        _time.Advance(ReadinessProbe.TimeLimit);

        Assert.False((await asked).IsReady);
    }

    [Fact]
    public async Task A_stopping_process_is_unready_at_once_whatever_it_said_before()
    {
        var (probe, lifetime) = Probe(() => HealthCheckResult.Healthy());
        Assert.True((await probe.AskAsync()).IsReady);

        lifetime.StopApplication();

        Assert.Equal("stopping", (await probe.AskAsync()).Status);
    }

    private (ReadinessProbe Probe, IHostApplicationLifetime Lifetime) Probe(Func<HealthCheckResult> check) =>
        Probing(() => Task.FromResult(check()));

    private (ReadinessProbe Probe, IHostApplicationLifetime Lifetime) Probing(Func<Task<HealthCheckResult>> check)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddHealthChecks().AddAsyncCheck("dependency", () =>
        {
            Interlocked.Increment(ref _looks);
            return check();
        });
        builder.AddReadiness();
        var services = builder.Build().Services;
        return (services.GetRequiredService<ReadinessProbe>(), services.GetRequiredService<IHostApplicationLifetime>());
    }
}

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace VoiceAssist.Hosting.Tests.State;

/// <summary>The state services of an app without an orchestrator: the test plays that part.</summary>
internal sealed class StateHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public StateHost(TimeProvider? time = null, WaitBehavior behavior = WaitBehavior.StopOnResourceUnavailable, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        services.AddSingleton<IDistributedApplicationEventing, DistributedApplicationEventing>();
        services.Configure<ResourceNotificationServiceOptions>(o => o.DefaultWaitBehavior = behavior);
        services.AddResourceState();
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public ResourceNotificationService Notifications => _services.GetRequiredService<ResourceNotificationService>();

    public ResourceLoggerService Loggers => _services.GetRequiredService<ResourceLoggerService>();

    public ResourceCommandService Commands => _services.GetRequiredService<ResourceCommandService>();

    public IDistributedApplicationEventing Eventing => _services.GetRequiredService<IDistributedApplicationEventing>();

    public ResourceHealthCheckService Health => _services.GetServices<IHostedService>().OfType<ResourceHealthCheckService>().Single();

    public Task Set(IResource resource, string state, string? id = null, int? exitCode = null) =>
        id is null
            ? Notifications.PublishUpdateAsync(resource, s => s with { State = state, ExitCode = exitCode })
            : Notifications.PublishUpdateAsync(resource, id, s => s with { State = state, ExitCode = exitCode });

    public CustomResourceSnapshot Snapshot(string id) =>
        Notifications.TryGetCurrentState(id, out var current) ? current.Snapshot : throw new InvalidOperationException($"Nothing is known of '{id}'.");

    public async Task<string[]> LogOf(string id)
    {
        List<string> lines = [];
        await foreach (var batch in Loggers.GetAllAsync(id))
        {
            lines.AddRange(batch.Select(l => l.Content[(l.Content.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        }

        return [.. lines];
    }

    /// <summary>Answers a health check in place of the monitor.</summary>
    public Task Answer(IResource resource, string key, Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus status) =>
        Notifications.PublishUpdateAsync(resource, s => s with { HealthReports = [new(key, status, null, null)] });

    /// <summary>Says that the subscribers of the ready event are done, in place of the monitor.</summary>
    public void MakeReady(IResource resource) => Notifications.Ready(resource).Current.Complete();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

using Aspire.Hosting.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Registers the services that know the state of resources.</summary>
internal static class ResourceStateServices
{
    /// <summary>Snapshots, logs, commands and health. Needs <see cref="Eventing.IDistributedApplicationEventing"/>.</summary>
    public static IServiceCollection AddResourceState(this IServiceCollection services)
    {
        services.AddHealthChecks();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(s => new ResourceLoggerService(s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ResourceNotificationService>();
        services.TryAddSingleton(s => new ResourceCommandService(
            s.GetRequiredService<ResourceNotificationService>(), s.GetRequiredService<ResourceLoggerService>(), s));
        services.TryAddSingleton<HealthCheckRunner>();
        return services.AddHostedService<ResourceHealthCheckService>();
    }
}

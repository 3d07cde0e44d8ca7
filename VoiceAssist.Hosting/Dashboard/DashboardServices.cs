using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>Registers what serves the dashboard.</summary>
internal static class DashboardServices
{
    /// <summary>The dashboard's options and address, and the resource service. Needs <see cref="ResourceStateServices.AddResourceState"/>.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services, DashboardOptions options)
    {
        services.TryAddSingleton(options);
        services.TryAddSingleton(new DashboardConnection(options));
        services.TryAddSingleton(s => new ResourceServiceHost(
            new(options.ApplicationName, options.ResourceServiceApiKey, options.ResourceServicePort),
            s.GetRequiredService<ResourceNotificationService>(),
            s.GetRequiredService<ResourceLoggerService>(),
            s.GetRequiredService<ResourceCommandService>(),
            s.GetRequiredService<ILoggerFactory>()));
        return services;
    }
}

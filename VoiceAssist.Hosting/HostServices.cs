using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Orchestration;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>Registers what an app host consists of.</summary>
internal static class HostServices
{
    public static void Add(DistributedApplicationBuilder builder, DistributedApplicationOptions options)
    {
        var services = builder.Services;
        services.AddSingleton(builder.ExecutionContext);
        services.AddSingleton(builder.Eventing);
        services.AddSingleton(builder.Request);
        services.AddSingleton(_ => new DistributedApplicationModel(builder.Resources));
        services.AddPublishing(builder.PipelineSteps);
        services.AddLogging(logging => logging
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System", LogLevel.Warning)

            // That a resource is not healthy yet is its state, not an error of the host.
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
        services.AddResourceState();
        if (builder.ExecutionContext.IsRunMode)
        {
            AddRun(builder, options);
        }
    }

    private static void AddRun(DistributedApplicationBuilder builder, DistributedApplicationOptions options)
    {
        var services = builder.Services;
        var name = builder.Configuration["AppHost:DashboardApplicationName"]!;
        services.AddSingleton(new RunOptions
        {
            AppHost = builder.AppHostAssembly,
            ApplicationName = name,
            Configuration = builder.Configuration,
        });
        services.AddHttpClient();

        // Without a dashboard nobody could start again what a resource waits for.
        services.Configure<ResourceNotificationServiceOptions>(o => o.DefaultWaitBehavior =
            options.DisableDashboard ? WaitBehavior.StopOnResourceUnavailable : WaitBehavior.WaitOnResourceUnavailable);
        if (options.EnableResourceLogging)
        {
            services.AddHostedService<ResourceLogForwarder>();
        }

        services.AddSingleton<FailureReporter>();
        services.AddHostedService<HealthReporter>();
        services.AddHostedService<StateChangeLogger>();
        if (!options.DisableDashboard)
        {
            services.AddDashboard(DashboardOptions.From(builder.Configuration, name, builder.Environment.EnvironmentName, options.AllowUnsecuredTransport));
            services.AddSingleton<DashboardLauncher>();
        }

        // The last one: what watches the resources is there before the first of them starts.
        services.AddHostedService<ApplicationOrchestrator>();
    }
}

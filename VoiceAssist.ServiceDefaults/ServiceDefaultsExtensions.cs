using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VoiceAssist.Contracts;
using VoiceAssist.ServiceDefaults.Health;
using VoiceAssist.ServiceDefaults.Logging;
using VoiceAssist.ServiceDefaults.Shutdown;
using VoiceAssist.ServiceDefaults.Telemetry;

namespace VoiceAssist.ServiceDefaults;

/// <summary>What every workload has in common, in one call each.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>
    /// For a workload that others send requests to: after SIGTERM it keeps serving for the drain delay,
    /// because proxies learn only by and by that it is going.
    /// </summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder =>
        builder.AddDefaults(builder.Environment.IsDevelopment() ? TimeSpan.Zero : ShutdownBudget.DrainDelay);

    /// <summary>For a workload that takes its work itself: it stops taking at SIGTERM, there is nothing to drain.</summary>
    public static TBuilder AddWorkerDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder =>
        builder.AddDefaults(drainDelay: TimeSpan.Zero);

    /// <summary>
    /// Maps <see cref="EndpointPaths.Health"/>, <see cref="EndpointPaths.Ready"/> and <see cref="EndpointPaths.Metrics"/>,
    /// in every environment: probes and scrapers exist in all of them.
    /// </summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealthEndpoints();
        app.MapPrometheusScrapingEndpoint(EndpointPaths.Metrics).DisableHttpMetrics();
        return app;
    }

    private static TBuilder AddDefaults<TBuilder>(this TBuilder builder, TimeSpan drainDelay)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddLoggingDefaults();
        builder.AddTelemetry();
        builder.AddReadiness();
        builder.AddGracefulShutdown(drainDelay);
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler();
            http.AddServiceDiscovery();
        });
        return builder;
    }
}

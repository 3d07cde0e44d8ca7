using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using VoiceAssist.Contracts;

namespace VoiceAssist.ServiceDefaults.Telemetry;

internal static class TelemetryExtensions
{
    /// <summary>Set by the app host, and in a cluster by whoever runs a collector.</summary>
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Read by the OpenTelemetry SDK itself; without it the application's name stands in.</summary>
    private const string ServiceName = "OTEL_SERVICE_NAME";

    /// <summary>The environment's name out of the published config map.</summary>
    private const string EnvironmentName = "ENVIRONMENT";

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => Describe(resource, builder))
            .WithMetrics(metrics => metrics
                .AddMeter(TelemetryNames.Jobs, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddMeter("System.Runtime", "System.Net.Http", "Npgsql")
                .AddPrometheusExporter());
        builder.Services.AddHostedService<TelemetryFlush>();

        if (string.IsNullOrWhiteSpace(builder.Configuration[OtlpEndpoint]))
        {
            // Spans and log records that nobody receives would only cost time.
            return;
        }

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        telemetry
            .WithTracing(tracing => tracing
                .AddSource(TelemetryNames.Jobs, "System.Net.Http", "Npgsql")
                .AddAspNetCoreInstrumentation(options => options.Filter = IsWorthATrace))
            .UseOtlpExporter();
    }

    /// <summary>Probes and scrapes come every few seconds and would bury everything else.</summary>
    private static bool IsWorthATrace(HttpContext context) =>
        context.Request.Path.Value is not (EndpointPaths.Health or EndpointPaths.Ready or EndpointPaths.Metrics);

    private static void Describe(ResourceBuilder resource, IHostApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[ServiceName]))
        {
            resource.AddService(builder.Environment.ApplicationName);
        }

        var environment = builder.Configuration[EnvironmentName] ?? builder.Environment.EnvironmentName;
        resource.AddAttributes([new("deployment.environment.name", environment)]);
    }
}

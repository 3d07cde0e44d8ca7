using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Lets resources send telemetry to the dashboard.</summary>
public static class OtlpConfigurationExtensions
{
    /// <summary>Sets the environment variables that make the resource send its telemetry to the dashboard. Projects do so without being told.</summary>
    /// <param name="builder">The resource's builder.</param>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        AddOtlpEnvironment(builder.Resource, builder.ApplicationBuilder.Configuration, builder.ApplicationBuilder.Environment);
        return builder;
    }

    /// <summary>Sets the environment variables that make the resource send its telemetry to the dashboard.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="configuration">Says where to send it when there is no dashboard in this run (<c>ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL</c>).</param>
    /// <param name="environment">In Development everything is sent at once.</param>
    public static void AddOtlpEnvironment(IResource resource, IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(environment);
        if (resource.HasAnnotationOfType<OtlpExporterAnnotation>())
        {
            return;
        }

        resource.Annotations.Add(new OtlpExporterAnnotation());
        resource.Annotations.Add(new EnvironmentCallbackAnnotation(context =>
        {
            if (context.ExecutionContext.IsPublishMode)
            {
                return; // where telemetry goes then is the deployment's affair
            }

            var dashboard = context.ExecutionContext.ServiceProvider.GetService<DashboardConnection>();
            var (endpoint, protocol, apiKey) = dashboard is not null
                ? (dashboard.OtlpEndpoint, dashboard.OtlpProtocol, dashboard.Options.OtlpApiKey)
                : FromConfiguration(configuration);
            foreach (var (name, value) in OtlpEnvironment.Exporter(endpoint, protocol, apiKey, environment.IsDevelopment()))
            {
                context.EnvironmentVariables[name] = value;
            }
        }));
    }

    private static (object? Endpoint, string Protocol, string? ApiKey) FromConfiguration(IConfiguration configuration)
    {
        var apiKey = configuration[DashboardConfigurationKeys.OtlpApiKey];
        return configuration[DashboardConfigurationKeys.OtlpGrpcUrl] is { Length: > 0 } grpc
            ? (grpc, OtlpEnvironment.Grpc, apiKey)
            : (configuration[DashboardConfigurationKeys.OtlpHttpUrl] is { Length: > 0 } http ? http : null, OtlpEnvironment.HttpProtobuf, apiKey);
    }
}

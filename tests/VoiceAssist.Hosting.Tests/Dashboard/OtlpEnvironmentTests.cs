using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Hosting.Tests.Health;

namespace VoiceAssist.Hosting.Tests.Dashboard;

public class OtlpEnvironmentTests
{
    private static readonly string[] Development =
    [
        "OTEL_BLRP_SCHEDULE_DELAY=1000",
        "OTEL_BSP_SCHEDULE_DELAY=1000",
        "OTEL_METRIC_EXPORT_INTERVAL=1000",
        "OTEL_TRACES_SAMPLER=always_on",
        "OTEL_METRICS_EXEMPLAR_FILTER=trace_based",
        "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=true",
    ];

    private static readonly string[] Always =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4317",
        "OTEL_EXPORTER_OTLP_PROTOCOL=grpc",
        "OTEL_EXPORTER_OTLP_HEADERS=x-otlp-api-key=key",
        "OTEL_SERVICE_NAME={{- index .Annotations \"otel-service-name\" -}}",
        "OTEL_RESOURCE_ATTRIBUTES=service.instance.id={{- index .Annotations \"otel-service-instance-id\" -}}",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void In_development_everything_is_sent_at_once() =>
        Assert.Equal([.. Always, .. Development], Lines(OtlpEnvironment.Exporter("http://localhost:4317", "grpc", "key", isDevelopment: true)));

    [Fact]
    public void Elsewhere_the_defaults_hold() =>
        Assert.Equal(Always, Lines(OtlpEnvironment.Exporter("http://localhost:4317", "grpc", "key", isDevelopment: false)));

    [Fact]
    public void Without_a_key_there_is_no_header() =>
        Assert.DoesNotContain(OtlpEnvironment.Exporter("e", "grpc", apiKey: null, isDevelopment: true), v => v.Key == "OTEL_EXPORTER_OTLP_HEADERS");

    [Fact]
    public void Without_an_address_nothing_is_set() => Assert.Empty(OtlpEnvironment.Exporter(endpoint: null, "grpc", "key", isDevelopment: true));

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public void A_project_shows_queries_only_when_it_runs_here(bool isRunMode, int count) => Assert.Equal(count, OtlpEnvironment.Project(isRunMode).Count());

    [Fact]
    public async Task An_exporter_sends_to_the_dashboard_of_the_run()
    {
        var dashboard = new DashboardConnection(new() { ApplicationName = "x", EnvironmentName = "Development", ResourceServiceApiKey = "r", OtlpApiKey = "key" });
        var builder = new ModelBuilder<ContainerResource>(new("r")).WithOtlpExporter();

        var variables = await VariablesAsync(builder.Resource, DistributedApplicationOperation.Run, dashboard);
        dashboard.SetOtlpEndpoint(new("http://localhost:4317"));

        Assert.Equal("http://localhost:4317", await Assert.IsType<IValueProvider>(variables["OTEL_EXPORTER_OTLP_ENDPOINT"], exactMatch: false).GetValueAsync(Token));
        Assert.Equal("x-otlp-api-key=key", variables["OTEL_EXPORTER_OTLP_HEADERS"]);
    }

    [Fact]
    public async Task Without_a_dashboard_an_exporter_sends_where_the_configuration_says()
    {
        var builder = new ModelBuilder<ContainerResource>(new("r"));
        builder.Configuration["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = "http://localhost:4318";
        builder.WithOtlpExporter();

        var variables = await VariablesAsync(builder.Resource, DistributedApplicationOperation.Run, dashboard: null);

        Assert.Equal(("http://localhost:4318", "http/protobuf"), (variables["OTEL_EXPORTER_OTLP_ENDPOINT"], variables["OTEL_EXPORTER_OTLP_PROTOCOL"]));
    }

    [Theory]
    [InlineData(DistributedApplicationOperation.Publish)]
    [InlineData(DistributedApplicationOperation.Run)]
    public async Task Where_there_is_nobody_to_send_to_nothing_is_set(DistributedApplicationOperation operation)
    {
        var builder = new ModelBuilder<ContainerResource>(new("r")).WithOtlpExporter();

        Assert.Empty(await VariablesAsync(builder.Resource, operation, dashboard: null));
    }

    [Fact]
    public void An_exporter_is_added_once()
    {
        var builder = new ModelBuilder<ContainerResource>(new("r")).WithOtlpExporter().WithOtlpExporter();

        Assert.Single(builder.Resource.Annotations.OfType<EnvironmentCallbackAnnotation>());
    }

    private static async Task<Dictionary<string, object>> VariablesAsync(ContainerResource resource, DistributedApplicationOperation operation, DashboardConnection? dashboard)
    {
        var services = new ServiceCollection();
        if (dashboard is not null)
        {
            services.AddSingleton(dashboard);
        }

        var provider = services.BuildServiceProvider();
        var context = new EnvironmentCallbackContext(new(operation, () => provider), resource, cancellationToken: Token);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await annotation.Callback(context);
        }

        return context.EnvironmentVariables;
    }

    private static IEnumerable<string> Lines(IEnumerable<KeyValuePair<string, object>> variables) => variables.Select(v => $"{v.Key}={v.Value}");
}

namespace Aspire.Hosting.Dashboard;

/// <summary>The environment that makes a program send telemetry to the dashboard.</summary>
internal static class OtlpEnvironment
{
    public const string Grpc = "grpc";
    public const string HttpProtobuf = "http/protobuf";

    /// <summary>The annotations of an orchestrator's object from which the variables of each replica are made.</summary>
    public const string ServiceNameAnnotation = "otel-service-name";
    public const string ServiceInstanceIdAnnotation = "otel-service-instance-id";

    /// <summary>For every resource that sends telemetry, when the app runs.</summary>
    /// <param name="endpoint">Where to: a text or a value provider; null: nowhere.</param>
    /// <param name="protocol"><see cref="Grpc"/> or <see cref="HttpProtobuf"/>.</param>
    /// <param name="apiKey">What the dashboard asks of senders; null: nothing.</param>
    /// <param name="isDevelopment">Whether everything is to be seen at once, at the price of more traffic.</param>
    public static IEnumerable<KeyValuePair<string, object>> Exporter(object? endpoint, string protocol, string? apiKey, bool isDevelopment)
    {
        if (endpoint is null)
        {
            yield break;
        }

        yield return new("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
        yield return new("OTEL_EXPORTER_OTLP_PROTOCOL", protocol);
        if (apiKey is not null)
        {
            yield return new("OTEL_EXPORTER_OTLP_HEADERS", $"x-otlp-api-key={apiKey}");
        }

        yield return new("OTEL_SERVICE_NAME", Annotation(ServiceNameAnnotation));
        yield return new("OTEL_RESOURCE_ATTRIBUTES", $"service.instance.id={Annotation(ServiceInstanceIdAnnotation)}");
        if (isDevelopment)
        {
            const string Milliseconds = "1000";
            yield return new("OTEL_BLRP_SCHEDULE_DELAY", Milliseconds);
            yield return new("OTEL_BSP_SCHEDULE_DELAY", Milliseconds);
            yield return new("OTEL_METRIC_EXPORT_INTERVAL", Milliseconds);
            yield return new("OTEL_TRACES_SAMPLER", "always_on");
            yield return new("OTEL_METRICS_EXEMPLAR_FILTER", "trace_based");
            yield return new("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true");
        }
    }

    /// <summary>For every project besides.</summary>
    /// <param name="isRunMode">False: the app is published.</param>
    public static IEnumerable<KeyValuePair<string, object>> Project(bool isRunMode)
    {
        yield return new("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "in_memory");
        if (isRunMode)
        {
            yield return new("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true");
            yield return new("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION", "true");
        }
    }

    private static string Annotation(string name) => $"{{{{- index .Annotations \"{name}\" -}}}}";
}

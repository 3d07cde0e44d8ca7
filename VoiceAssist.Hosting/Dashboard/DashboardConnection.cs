using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard;

/// <summary>Where the dashboard of this run is; the address for telemetry is known once its proxies are.</summary>
/// <param name="options">How it is protected.</param>
internal sealed class DashboardConnection(DashboardOptions options)
{
    private readonly ValueSnapshot<string> _otlp = new();

    /// <summary>How it is protected.</summary>
    public DashboardOptions Options { get; } = options;

    /// <summary>The value of OTEL_EXPORTER_OTLP_PROTOCOL.</summary>
    public string OtlpProtocol => Options.HasOtlpGrpc ? OtlpEnvironment.Grpc : OtlpEnvironment.HttpProtobuf;

    /// <summary>Where the resources send telemetry; waits until it is known.</summary>
    public IExpressionValue OtlpEndpoint => field ??= new OtlpEndpointValue(_otlp);

    /// <summary>Tells where the resources send telemetry.</summary>
    /// <param name="url">The proxy's address.</param>
    public void SetOtlpEndpoint(Uri url) => _otlp.SetValue(url.GetLeftPart(UriPartial.Authority));
}

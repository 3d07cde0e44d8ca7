using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard;

/// <summary>The address for telemetry as the value of an environment variable.</summary>
internal sealed class OtlpEndpointValue(ValueSnapshot<string> url) : IExpressionValue
{
    public string ValueExpression => $"{{{DashboardServiceNames.Resource}.bindings.otlp.url}}";

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        await url.GetValueAsync(cancellationToken).ConfigureAwait(false);
}

namespace Aspire.Hosting.Dashboard;

/// <summary>Where the dashboard's process listens and where it finds the host.</summary>
/// <param name="Frontend">Where its pages are served.</param>
/// <param name="OtlpGrpc">Where it takes telemetry over gRPC; null: nowhere.</param>
/// <param name="OtlpHttp">Where it takes telemetry over HTTP; null: nowhere.</param>
/// <param name="ResourceService">The host's resource service; null: the dashboard shows telemetry only.</param>
/// <param name="PublicUrl">Where browsers find it, if not at <paramref name="Frontend"/>.</param>
internal sealed record DashboardBindings(string Frontend, string? OtlpGrpc, string? OtlpHttp, Uri? ResourceService, string? PublicUrl = null)
{
    /// <summary>The bindings behind the orchestrator's proxies, which choose the ports.</summary>
    public static DashboardBindings BehindProxies(DashboardOptions options, Uri resourceService, string? publicUrl) => new(
        Placeholder(options.FrontendUrl, DashboardServiceNames.Frontend),
        options.HasOtlpGrpc ? Placeholder(options.OtlpGrpcUrl, DashboardServiceNames.OtlpGrpc) : null,
        options.OtlpHttpUrl is null ? null : Placeholder(options.OtlpHttpUrl, DashboardServiceNames.OtlpHttp),
        resourceService,
        publicUrl);

    private static string Placeholder(Uri? url, string service) =>
        $"{url?.Scheme ?? Uri.UriSchemeHttp}://localhost:{{{{- portForServing \"{service}\" -}}}}";
}

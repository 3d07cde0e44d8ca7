using Aspire.Hosting;
using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.Configuration;

namespace VoiceAssist.Hosting.Tests.Dashboard;

public class DashboardOptionsTests
{
    [Fact]
    public void Tokens_are_drawn_anew_unless_they_are_configured()
    {
        var (a, b) = (Read(), Read());

        Assert.All([a.BrowserToken, a.OtlpApiKey, a.ApiKey, a.ResourceServiceApiKey], t => Assert.Matches("^[0-9a-f]{32}$", t));
        Assert.Equal(8, new[] { a.BrowserToken, a.OtlpApiKey, a.ApiKey, a.ResourceServiceApiKey, b.BrowserToken, b.OtlpApiKey, b.ApiKey, b.ResourceServiceApiKey }.Distinct().Count());
    }

    [Fact]
    public void Configured_tokens_are_used()
    {
        var options = Read(
            ("ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN", "browser"),
            ("ASPIRE_DASHBOARD_RESOURCESERVICE_APIKEY", "resources"),
            ("AppHost:OtlpApiKey", "otlp"),
            ("AppHost:DashboardApiKey", "api"));

        Assert.Equal(("browser", "resources", "otlp", "api"), (options.BrowserToken, options.ResourceServiceApiKey, options.OtlpApiKey, options.ApiKey));
    }

    [Fact]
    public void Anonymous_access_leaves_the_host_itself_protected()
    {
        var options = Read(("ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", "true"));

        Assert.Equal((null, null, null), (options.BrowserToken, options.OtlpApiKey, options.ApiKey));
        Assert.NotEmpty(options.ResourceServiceApiKey);
    }

    [Theory]
    [InlineData("VoiceAssist.AppHost", "VoiceAssist")]
    [InlineData("VoiceAssist", "VoiceAssist")]
    [InlineData(".AppHost", ".AppHost")]
    public void The_name_is_shown_without_AppHost(string name, string shown) =>
        Assert.Equal(shown, DashboardOptions.From(Configuration(), name, "Development", allowUnsecuredTransport: true).ApplicationName);

    [Theory]
    [InlineData(null, null, true, false)]
    [InlineData("http://localhost:1", null, true, false)]
    [InlineData(null, "http://localhost:2", false, true)]
    [InlineData("http://localhost:1", "http://localhost:2", true, true)]
    public void Telemetry_is_taken_over_gRPC_unless_only_HTTP_is_configured(string? grpc, string? http, bool hasGrpc, bool hasHttp)
    {
        var options = Read(("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", grpc), ("ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", http));

        Assert.Equal((hasGrpc, hasHttp), (options.HasOtlpGrpc, options.OtlpHttpUrl is not null));
    }

    [Fact]
    public void The_first_of_several_addresses_is_the_dashboards() =>
        Assert.Equal(new Uri("http://localhost:15000"), Read(("ASPNETCORE_URLS", "http://localhost:15000; http://localhost:15001")).FrontendUrl);

    [Fact]
    public void Plain_http_may_be_allowed_by_configuration() =>
        Assert.NotNull(DashboardOptions.From(
            Configuration(("ASPNETCORE_URLS", "http://localhost:1"), ("ASPIRE_ALLOW_UNSECURED_TRANSPORT", "true")), "x", "Development", allowUnsecuredTransport: false).FrontendUrl);

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://localhost:1", "ASPNETCORE_URLS is 'http://localhost:1', but plain http is not allowed. Give an https address, or set ASPIRE_ALLOW_UNSECURED_TRANSPORT=true.")]
    [InlineData("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "4317", "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL is '4317'. Allowed: an absolute http or https address, e.g. http://localhost:15000.")]
    [InlineData("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", "http://example.com:1", "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL is 'http://example.com:1'. The resource service is served over plain http on this machine only, e.g. http://127.0.0.1:0.")]
    [InlineData("ASPIRE_ALLOW_UNSECURED_TRANSPORT", "maybe", "ASPIRE_ALLOW_UNSECURED_TRANSPORT is 'maybe'. Allowed: true, false.")]
    public void A_wrong_setting_is_named(string key, string value, string message)
    {
        var error = Assert.Throws<DistributedApplicationException>(
            () => DashboardOptions.From(Configuration((key, value)), "x", "Development", allowUnsecuredTransport: false));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("http://127.0.0.1:0", 0)]
    [InlineData("http://localhost:22000", 22000)]
    public void The_resource_services_port_can_be_fixed(string? url, int port) =>
        Assert.Equal(port, Read(("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", url)).ResourceServicePort);

    private static DashboardOptions Read(params (string, string?)[] settings) =>
        DashboardOptions.From(Configuration(settings), "VoiceAssist.AppHost", "Development", allowUnsecuredTransport: true);

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();
}

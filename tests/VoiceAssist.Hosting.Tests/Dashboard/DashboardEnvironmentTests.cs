using Aspire.Hosting.Dashboard;

namespace VoiceAssist.Hosting.Tests.Dashboard;

public class DashboardEnvironmentTests
{
    private static readonly DashboardOptions Options = new()
    {
        ApplicationName = "VoiceAssist",
        EnvironmentName = "Development",
        BrowserToken = "browser",
        OtlpApiKey = "otlp",
        ApiKey = "api",
        ResourceServiceApiKey = "resources",
    };

    private static readonly Uri ResourceService = new("http://127.0.0.1:36103");

    [Fact]
    public void Behind_proxies_the_orchestrator_chooses_the_ports()
    {
        var variables = DashboardEnvironment.Create(Options, DashboardBindings.BehindProxies(Options, ResourceService, "http://localhost:15055"), []);

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["ASPIRE_DASHBOARD_API_ENABLED"] = "true",
                ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://localhost:{{- portForServing \"aspire-dashboard-otlp-grpc\" -}}",
                ["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = "http://127.0.0.1:36103",
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://localhost:{{- portForServing \"aspire-dashboard-http\" -}}",
                ["DASHBOARD__API__AUTHMODE"] = "ApiKey",
                ["DASHBOARD__API__PRIMARYAPIKEY"] = "api",
                ["DASHBOARD__FRONTEND__AUTHMODE"] = "BrowserToken",
                ["DASHBOARD__FRONTEND__BROWSERTOKEN"] = "browser",
                ["DASHBOARD__FRONTEND__PUBLICURL"] = "http://localhost:15055",
                ["DASHBOARD__OTLP__AUTHMODE"] = "ApiKey",
                ["DASHBOARD__OTLP__PRIMARYAPIKEY"] = "otlp",
                ["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = "resources",
                ["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "ApiKey",
                ["LOGGING__CONSOLE__FORMATTERNAME"] = "json",
            },
            variables);
    }

    [Fact]
    public void Without_tokens_everything_is_open()
    {
        var open = Options with { BrowserToken = null, OtlpApiKey = null, ApiKey = null };

        var variables = DashboardEnvironment.Create(open, new("http://localhost:1", null, null, ResourceService: null), []);

        Assert.All(["FRONTEND", "OTLP", "API"], part => Assert.Equal("Unsecured", variables[$"DASHBOARD__{part}__AUTHMODE"]));
        Assert.DoesNotContain(variables.Keys, k => k.EndsWith("KEY", StringComparison.Ordinal) || k.EndsWith("TOKEN", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_meant_for_the_dashboard_are_handed_on_but_not_the_proxies_addresses()
    {
        var variables = DashboardEnvironment.Create(Options, new("http://localhost:1", "http://localhost:2", null, ResourceService),
        [
            new("Aspire_Dashboard_Anything", "1"),
            new("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "http://localhost:19000"),
            new("ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", "http://localhost:19001"),
            new("ASPIRE_DASHBOARD_CORS_ALLOWED_ORIGINS", "*"),
            new("ASPIRE_OTHER", "2"),
        ]);

        Assert.Equal("1", variables["ASPIRE_DASHBOARD_ANYTHING"]);
        Assert.Equal("http://localhost:2", variables["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"]);
        Assert.DoesNotContain("ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", variables.Keys);
        Assert.DoesNotContain("ASPIRE_OTHER", variables.Keys);
        Assert.DoesNotContain(variables.Keys, k => k.Contains("CORS", StringComparison.Ordinal));
    }

    [Fact]
    public void Browsers_may_send_telemetry_only_where_it_is_taken_over_HTTP()
    {
        var variables = DashboardEnvironment.Create(
            Options, new("http://localhost:1", null, "http://localhost:3", ResourceService), [new("ASPIRE_DASHBOARD_CORS_ALLOWED_ORIGINS", "http://localhost:8000")]);

        Assert.Equal("http://localhost:8000", variables["DASHBOARD__OTLP__CORS__ALLOWEDORIGINS"]);
        Assert.Equal("*", variables["DASHBOARD__OTLP__CORS__ALLOWEDHEADERS"]);
    }

    [Theory]
    [InlineData("abc", null, "http://localhost:1/login?t=abc")]
    [InlineData("a+b", "/consolelogs/resource/worker", "http://localhost:1/login?t=a%2Bb&returnUrl=%2Fconsolelogs%2Fresource%2Fworker")]
    [InlineData(null, null, "http://localhost:1/")]
    [InlineData(null, "/traces", "http://localhost:1/traces")]
    public void A_login_address_carries_the_token(string? token, string? page, string expected) =>
        Assert.Equal(expected, DashboardLogin.Url(new("http://localhost:1"), token, page).AbsoluteUri);
}

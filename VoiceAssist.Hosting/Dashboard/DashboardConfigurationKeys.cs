namespace Aspire.Hosting.Dashboard;

/// <summary>The host's configuration keys that concern the dashboard.</summary>
internal static class DashboardConfigurationKeys
{
    /// <summary>Keys that start so are handed to the dashboard as they are.</summary>
    public const string HandedOnPrefix = "ASPIRE_DASHBOARD_";

    /// <summary>Addresses of the dashboard's pages, separated by semicolons.</summary>
    public const string FrontendUrls = "ASPNETCORE_URLS";

    public const string OtlpGrpcUrl = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";
    public const string OtlpHttpUrl = "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL";
    public const string ResourceServiceUrl = "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL";
    public const string AllowUnsecuredTransport = "ASPIRE_ALLOW_UNSECURED_TRANSPORT";
    public const string AllowAnonymous = "ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS";
    public const string BrowserToken = "ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN";
    public const string ResourceServiceApiKey = "ASPIRE_DASHBOARD_RESOURCESERVICE_APIKEY";
    public const string CorsAllowedOrigins = "ASPIRE_DASHBOARD_CORS_ALLOWED_ORIGINS";
    public const string OtlpApiKey = "AppHost:OtlpApiKey";
    public const string ApiKey = "AppHost:DashboardApiKey";
}

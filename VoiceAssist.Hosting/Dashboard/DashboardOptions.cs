using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>How the dashboard is run and protected.</summary>
internal sealed record DashboardOptions
{
    /// <summary>The name in the header.</summary>
    public required string ApplicationName { get; init; }

    /// <summary>Its ASP.NET environment.</summary>
    public required string EnvironmentName { get; init; }

    /// <summary>Where its pages are to be found; null: a port that is free.</summary>
    public Uri? FrontendUrl { get; init; }

    /// <summary>Where it takes telemetry over gRPC; null: a port that is free, or nowhere if only the other one is given.</summary>
    public Uri? OtlpGrpcUrl { get; init; }

    /// <summary>Where it takes telemetry over HTTP; null: nowhere.</summary>
    public Uri? OtlpHttpUrl { get; init; }

    /// <summary>The port of the host's resource service; 0: one that is free.</summary>
    public int ResourceServicePort { get; init; }

    /// <summary>What a browser must present; null: nothing.</summary>
    public string? BrowserToken { get; init; }

    /// <summary>What senders of telemetry must present; null: nothing.</summary>
    public string? OtlpApiKey { get; init; }

    /// <summary>What callers of the dashboard's own HTTP API must present; null: nothing.</summary>
    public string? ApiKey { get; init; }

    /// <summary>What the dashboard presents to the host's resource service.</summary>
    public required string ResourceServiceApiKey { get; init; }

    /// <summary>Whether it takes telemetry over gRPC.</summary>
    public bool HasOtlpGrpc => OtlpGrpcUrl is not null || OtlpHttpUrl is null;

    /// <summary>Reads the options; what the configuration does not say of tokens is drawn.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="applicationName">The app host's name; a trailing <c>.AppHost</c> is not shown.</param>
    /// <param name="environmentName">The host's environment.</param>
    /// <param name="allowUnsecuredTransport">Whether plain http is allowed whatever the configuration says.</param>
    /// <exception cref="DistributedApplicationException">An address is not one, or plain http is not allowed; the message names the key.</exception>
    public static DashboardOptions From(IConfiguration configuration, string applicationName, string environmentName, bool allowUnsecuredTransport)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var anonymous = DashboardAddress.Flag(configuration, DashboardConfigurationKeys.AllowAnonymous);
        var plainHttp = allowUnsecuredTransport || DashboardAddress.Flag(configuration, DashboardConfigurationKeys.AllowUnsecuredTransport);
        return new()
        {
            ApplicationName = Shown(applicationName),
            EnvironmentName = environmentName,
            FrontendUrl = DashboardAddress.Read(configuration, DashboardConfigurationKeys.FrontendUrls, plainHttp),
            OtlpGrpcUrl = DashboardAddress.Read(configuration, DashboardConfigurationKeys.OtlpGrpcUrl, plainHttp),
            OtlpHttpUrl = DashboardAddress.Read(configuration, DashboardConfigurationKeys.OtlpHttpUrl, plainHttp),
            ResourceServicePort = DashboardAddress.ReadLoopbackPort(configuration, DashboardConfigurationKeys.ResourceServiceUrl),
            BrowserToken = anonymous ? null : Token(configuration[DashboardConfigurationKeys.BrowserToken]),
            OtlpApiKey = anonymous ? null : Token(configuration[DashboardConfigurationKeys.OtlpApiKey]),
            ApiKey = anonymous ? null : Token(configuration[DashboardConfigurationKeys.ApiKey]),
            ResourceServiceApiKey = Token(configuration[DashboardConfigurationKeys.ResourceServiceApiKey]),
        };
    }

    private static string Token(string? configured) =>
        string.IsNullOrEmpty(configured) ? RandomNumberGenerator.GetHexString(32, lowercase: true) : configured;

    private static string Shown(string name) =>
        name.EndsWith(".AppHost", StringComparison.OrdinalIgnoreCase) && name.Length > ".AppHost".Length ? name[..^".AppHost".Length] : name;
}

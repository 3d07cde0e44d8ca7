using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>Reads addresses and switches from the host's configuration.</summary>
internal static class DashboardAddress
{
    /// <summary>The first address of a list separated by semicolons; null when there is none. Port 0 means any that is free.</summary>
    /// <exception cref="DistributedApplicationException">It is no http(s) address, or plain http is not allowed.</exception>
    public static Uri? Read(IConfiguration configuration, string key, bool allowPlainHttp)
    {
        var first = configuration[key]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        if (first is null)
        {
            return null;
        }

        var uri = Parse(key, first);
        return uri.Scheme == Uri.UriSchemeHttps || allowPlainHttp ? uri : throw new DistributedApplicationException(
            $"{key} is '{first}', but plain http is not allowed. Give an https address, or set {DashboardConfigurationKeys.AllowUnsecuredTransport}=true.");
    }

    /// <summary>The port of an address on this machine; 0 when there is none.</summary>
    /// <exception cref="DistributedApplicationException">It is no such address.</exception>
    public static int ReadLoopbackPort(IConfiguration configuration, string key)
    {
        if (configuration[key] is not { Length: > 0 } text)
        {
            return 0;
        }

        var uri = Parse(key, text);
        return uri is { Scheme: "http", IsLoopback: true } ? uri.Port : throw new DistributedApplicationException(
            $"{key} is '{text}'. The resource service is served over plain http on this machine only, e.g. http://127.0.0.1:0.");
    }

    /// <summary>A switch; false when it is not given.</summary>
    /// <exception cref="DistributedApplicationException">It is neither true nor false.</exception>
    public static bool Flag(IConfiguration configuration, string key) => configuration[key] switch
    {
        null or "" or "0" => false,
        "1" => true,
        var text => bool.TryParse(text, out var value) ? value : throw new DistributedApplicationException(
            string.Create(CultureInfo.InvariantCulture, $"{key} is '{text}'. Allowed: true, false.")),
    };

    private static Uri Parse(string key, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new DistributedApplicationException($"{key} is '{text}'. Allowed: an absolute http or https address, e.g. http://localhost:15000.");
}

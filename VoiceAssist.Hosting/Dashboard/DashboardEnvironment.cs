namespace Aspire.Hosting.Dashboard;

/// <summary>The environment of the dashboard's process.</summary>
internal static class DashboardEnvironment
{
    /// <summary>Computes the variables.</summary>
    /// <param name="options">How it is run and protected.</param>
    /// <param name="bindings">Where it listens.</param>
    /// <param name="configuration">The host's configuration; keys that are meant for the dashboard are handed on.</param>
    public static IReadOnlyDictionary<string, string> Create(
        DashboardOptions options, DashboardBindings bindings, IEnumerable<KeyValuePair<string, string?>> configuration)
    {
        SortedDictionary<string, string> variables = new(StringComparer.Ordinal);
        var corsOrigins = default(string);
        foreach (var (key, value) in configuration)
        {
            if (value is not null && string.Equals(key, DashboardConfigurationKeys.CorsAllowedOrigins, StringComparison.OrdinalIgnoreCase))
            {
                corsOrigins = value;
            }
            else if (value is not null && key.StartsWith(DashboardConfigurationKeys.HandedOnPrefix, StringComparison.OrdinalIgnoreCase))
            {
                variables[key.ToUpperInvariant()] = value;
            }
        }

        variables["ASPNETCORE_ENVIRONMENT"] = options.EnvironmentName;
        variables["ASPNETCORE_URLS"] = bindings.Frontend;
        variables["LOGGING__CONSOLE__FORMATTERNAME"] = "json"; // read by the host, which logs it again
        Set(variables, "DASHBOARD__FRONTEND__PUBLICURL", bindings.PublicUrl);

        // The host's own keys of these two names say where the proxies listen, not where the dashboard does.
        Set(variables, DashboardConfigurationKeys.OtlpGrpcUrl, bindings.OtlpGrpc);
        Set(variables, DashboardConfigurationKeys.OtlpHttpUrl, bindings.OtlpHttp);
        if (bindings.OtlpHttp is not null && !string.IsNullOrEmpty(corsOrigins))
        {
            variables["DASHBOARD__OTLP__CORS__ALLOWEDORIGINS"] = corsOrigins;
            variables["DASHBOARD__OTLP__CORS__ALLOWEDHEADERS"] = "*";
        }

        Protect(variables, "FRONTEND", "BrowserToken", "BROWSERTOKEN", options.BrowserToken);
        Protect(variables, "OTLP", "ApiKey", "PRIMARYAPIKEY", options.OtlpApiKey);
        Protect(variables, "API", "ApiKey", "PRIMARYAPIKEY", options.ApiKey);
        variables["ASPIRE_DASHBOARD_API_ENABLED"] = "true";
        Set(variables, DashboardConfigurationKeys.ResourceServiceUrl, bindings.ResourceService?.GetLeftPart(UriPartial.Authority));
        if (bindings.ResourceService is not null)
        {
            Protect(variables, "RESOURCESERVICECLIENT", "ApiKey", "APIKEY", options.ResourceServiceApiKey);
        }

        return variables;
    }

    private static void Protect(SortedDictionary<string, string> variables, string part, string mode, string keyName, string? key)
    {
        variables[$"DASHBOARD__{part}__AUTHMODE"] = key is null ? "Unsecured" : mode;
        Set(variables, $"DASHBOARD__{part}__{keyName}", key);
    }

    private static void Set(SortedDictionary<string, string> variables, string name, string? value)
    {
        if (value is null)
        {
            variables.Remove(name);
        }
        else
        {
            variables[name] = value;
        }
    }
}

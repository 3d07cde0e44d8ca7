using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;

namespace Aspire.Hosting;

/// <summary>What every project gets: telemetry, console format, its URLs from the launch profile and the variables that tell it where to listen.</summary>
internal sealed class ProjectDefaults(IResourceBuilder<ProjectResource> project, LaunchProfile? profile)
{
    private EndpointAnnotation? _defaultHttps;

    public void ApplyForRun(bool development)
    {
        project
            .WithEnvironment(context => SetTelemetry(context, isRunMode: development))
            .WithOtlpExporter()
            .WithEnvironment("LOGGING__CONSOLE__FORMATTERNAME", "simple")
            .WithEnvironment("DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION", "true")
            .WithEnvironment(SetUrls);
        if (profile is not null)
        {
            AddEndpointsOf(profile);
            project.WithEnvironment(context =>
            {
                context.EnvironmentVariables.TryAdd("DOTNET_LAUNCH_PROFILE", profile.Name);
                foreach (var (key, value) in profile.EnvironmentVariables)
                {
                    context.EnvironmentVariables.TryAdd(key, Environment.ExpandEnvironmentVariables(value));
                }
            });
        }
    }

    public void ApplyForPublish()
    {
        project
            .WithEnvironment(context => SetTelemetry(context, isRunMode: false))
            .WithEnvironment(context =>
            {
                if (project.Resource.GetEndpoints().Any())
                {
                    context.EnvironmentVariables["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
                }
            })
            .WithEnvironment(context =>
            {
                SetPorts(context, "HTTP_PORTS", "http");
                SetPorts(context, "HTTPS_PORTS", "https");
            });
        if (profile?.ApplicationUrls.Count > 0)
        {
            // A web project gets both, whatever its profile says; they share one port of the container.
            var http = EndpointForScheme("http");
            var https = EndpointForScheme("https");
            http.TargetPort = https.TargetPort = http.TargetPort ?? https.TargetPort;
        }
    }

    private void AddEndpointsOf(LaunchProfile launchProfile)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var url in launchProfile.ApplicationUrls)
        {
            var count = counts[url.Scheme] = counts.GetValueOrDefault(url.Scheme) + 1;
            project.WithEndpoint(count == 1 ? url.Scheme : $"{url.Scheme}{count}", endpoint =>
            {
                endpoint.Port = url.Port;
                endpoint.TargetHost = url.Host;
                endpoint.UriScheme = url.Scheme;
                endpoint.FromLaunchProfile = true;
            });
        }
    }

    private EndpointAnnotation EndpointForScheme(string scheme)
    {
        var endpoint = project.Resource.Annotations.OfType<EndpointAnnotation>()
            .FirstOrDefault(e => e.UriScheme == scheme || string.Equals(e.Name, scheme, StringComparison.OrdinalIgnoreCase));
        if (endpoint is null)
        {
            endpoint = new(System.Net.Sockets.ProtocolType.Tcp, scheme, name: scheme);
            project.Resource.Annotations.Add(endpoint);
            if (scheme == "https")
            {
                _defaultHttps = endpoint;
            }
        }

        return endpoint;
    }

    private static void SetTelemetry(EnvironmentCallbackContext context, bool isRunMode)
    {
        foreach (var (name, value) in OtlpEnvironment.Project(isRunMode))
        {
            context.EnvironmentVariables[name] = value;
        }
    }

    private void SetUrls(EnvironmentCallbackContext context)
    {
        var variables = context.EnvironmentVariables;
        if (variables.ContainsKey("ASPNETCORE_URLS"))
        {
            return;
        }

        var urls = new ReferenceExpressionBuilder();
        foreach (var endpoint in project.Resource.GetEndpoints().Where(e => e.EndpointAnnotation.IsHttpScheme))
        {
            if (endpoint.IsHttps)
            {
                variables.TryAdd("ASPNETCORE_HTTPS_PORT", endpoint.Property(EndpointProperty.Port));
            }

            urls.AppendLiteral(urls.IsEmpty ? "" : ";");
            urls.Append($"{endpoint.Property(EndpointProperty.Scheme)}://{endpoint.EndpointAnnotation.TargetHost}:{endpoint.Property(EndpointProperty.TargetPort)}");
        }

        if (!urls.IsEmpty)
        {
            variables["ASPNETCORE_URLS"] = urls.Build();
        }
    }

    private void SetPorts(EnvironmentCallbackContext context, string variable, string scheme)
    {
        var ports = new ReferenceExpressionBuilder();
        foreach (var endpoint in project.Resource.GetEndpoints()
            .Where(e => e.Scheme == scheme && e.EndpointAnnotation != _defaultHttps))
        {
            ports.AppendLiteral(ports.IsEmpty ? "" : ";");
            ports.Append($"{endpoint.Property(EndpointProperty.TargetPort)}");
        }

        if (!ports.IsEmpty)
        {
            context.EnvironmentVariables.TryAdd(variable, ports.Build());
        }
    }
}

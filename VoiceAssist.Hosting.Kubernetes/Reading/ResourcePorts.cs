using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>The ports of a resource in a cluster. A container's port and its Service's are the same.</summary>
internal static class ResourcePorts
{
    /// <summary>Where .NET's images listen unless told otherwise.</summary>
    private const int ProjectDefault = 8080;

    /// <summary>Kubernetes' limit for the name of a container's port (IANA_SVC_NAME).</summary>
    private const int MaxNameLength = 15;

    /// <exception cref="DistributedApplicationException">A port is unknown or given twice, or has a name that Kubernetes does not take.</exception>
    public static IReadOnlyList<WorkloadPort> Of(IResource resource)
    {
        var ports = new List<WorkloadPort>();
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>().Where(e => !IsUnserved(resource, e)))
        {
            var number = Given(endpoint.TargetPort) ?? Default(resource, endpoint, isFirst: ports.All(p => !p.IsHttp));
            var port = new WorkloadPort(
                CheckedName(resource, endpoint.Name),
                number,
                endpoint.Protocol.ToString().ToUpperInvariant(),
                IsHttp: endpoint.UriScheme is "http" or "https" || endpoint.Transport is "http" or "http2",
                endpoint.IsExternal);
            if (ports.Find(p => p.Port == port.Port && p.Protocol == port.Protocol) is { } other)
            {
                throw new DistributedApplicationException(
                    $"The endpoints '{other.Name}' and '{port.Name}' of '{resource.Name}' share the port {port.Port}/{port.Protocol}, which a Service does not allow. Give one of them another target port, or leave it out of what is published.");
            }

            ports.Add(port);
        }

        return ports;
    }

    /// <summary>A project in a cluster has no certificate, so nothing listens on its https endpoints.</summary>
    public static bool IsUnserved(IResource resource, EndpointAnnotation endpoint) => resource is ProjectResource && endpoint.UriScheme == "https";

    private static int Default(IResource resource, EndpointAnnotation endpoint, bool isFirst) => resource switch
    {
        ProjectResource when endpoint.UriScheme == "http" && isFirst => ProjectDefault,
        not ProjectResource when Given(endpoint.Port) is { } port => port,
        _ => throw new DistributedApplicationException(
            $"The endpoint '{endpoint.Name}' of '{resource.Name}' has no target port, so a Service cannot lead to it. Give it the port on which the program listens: targetPort: 1234."),
    };

    private static string CheckedName(IResource resource, string endpoint)
    {
        var name = endpoint.ToLowerInvariant();
        return Names.IsLabel(name) && name.Length <= MaxNameLength && name.Any(char.IsAsciiLetterLower) && !name.Contains("--", StringComparison.Ordinal)
            ? name
            : throw new DistributedApplicationException(
                $"The endpoint name '{endpoint}' of '{resource.Name}' cannot name a port in Kubernetes. Allowed: 1 to {MaxNameLength} letters, digits and single hyphens, at least one of them a letter, beginning and ending with a letter or digit.");
    }

    /// <summary>Port 0 asks for any port, which is what saying nothing means.</summary>
    private static int? Given(int? port) => port is 0 ? null : port;
}

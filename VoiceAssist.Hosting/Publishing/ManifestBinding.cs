using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>An endpoint with the ports that a manifest gives it.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Port">The port clients use; null where it follows from the target port or from the deployment tool.</param>
/// <param name="TargetPort">The port the program listens on; null where the image decides.</param>
internal readonly record struct ManifestBinding(EndpointAnnotation Endpoint, int? Port, int? TargetPort)
{
    public static IReadOnlyList<ManifestBinding> Resolve(IResource resource, PortAllocator ports)
    {
        var bindings = new List<ManifestBinding>();
        var defaultSchemes = new HashSet<string>();
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            var port = Given(endpoint.Port);
            // A project's first http and first https endpoint are the ones its image brings along.
            var isDefault = resource is ProjectResource && endpoint.UriScheme is "http" or "https" && defaultSchemes.Add(endpoint.UriScheme);
            var targetPort = Given(endpoint.TargetPort) ?? resource switch
            {
                ContainerResource when port is not null => port,
                ProjectResource when isDefault => null,
                _ => ports.Next(),
            };
            if ((port ?? targetPort) is { } exposed)
            {
                ports.Use(exposed);
            }

            if (targetPort is { } target)
            {
                ports.Use(target);
            }

            bindings.Add(new(endpoint, port == targetPort ? null : port, targetPort));
        }

        return bindings;
    }

    /// <summary>Port 0 asks for any port, which is what saying nothing means.</summary>
    private static int? Given(int? port) => port is 0 ? null : port;
}

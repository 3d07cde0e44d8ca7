using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration;

/// <summary>Makes DCP's object of a container.</summary>
internal static class ContainerFactory
{
    /// <summary>The DCP object of the network that the app's containers share.</summary>
    public const string NetworkName = "aspire-container-network";

    private const string AppHostSuffix = ".AppHost";

    /// <summary>The name by which the app's other containers reach it.</summary>
    public static string HostName(IResource resource) => $"{resource.Name}.dev.internal";

    /// <param name="applicationName">The app host's name.</param>
    /// <param name="appHostHash">Of an app with a container that outlives the run, since its network does so too; null: the network goes with the run.</param>
    public static ContainerNetwork Network(string applicationName, string? appHostHash)
    {
        var name = applicationName.EndsWith(AppHostSuffix, StringComparison.OrdinalIgnoreCase) ? applicationName[..^AppHostSuffix.Length] : applicationName;
        var allowed = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' ? char.ToLowerInvariant(c) : '-'));
        var lifetime = appHostHash is null ? "session" : "persistent";
        return new()
        {
            Metadata = new() { Name = NetworkName },
            Spec = new()
            {
                NetworkName = $"aspire-{lifetime}-network-{InstanceNames.Suffix(appHostHash)}-{allowed}",
                Persistent = appHostHash is null ? null : true,
            },
        };
    }

    public static Container Create(ContainerResource resource, DcpInstance instance, ResolvedConfiguration configuration)
    {
        if (!resource.TryGetContainerImageName(out var image))
        {
            throw new DistributedApplicationException($"The container '{resource.Name}' has no image. Call WithImage.");
        }

        var arguments = configuration.Arguments.Select(a => DcpText.Escape(a.Text)).ToArray();
        return new()
        {
            Metadata = new() { Name = instance.Name, Annotations = WorkloadAnnotations.For(resource, instance) },
            Spec = new()
            {
                Image = image,
                ContainerName = instance.Name,
                Command = resource.Entrypoint,

                // A shell takes its command as one string.
                Args = resource.ShellExecution == true ? ["-c", string.Join(' ', arguments)] : arguments,
                Env = [.. configuration.Environment.Select(v => new EnvVar { Name = v.Key, Value = DcpText.Escape(v.Value) })],
                Ports = [.. resource.Annotations.OfType<EndpointAnnotation>().Select(Port)],
                VolumeMounts = [.. resource.Annotations.OfType<ContainerMountAnnotation>().Select(Mount)],
                Networks = [new() { Name = NetworkName, Aliases = [resource.Name, HostName(resource)] }],
                Persistent = resource.IsPersistent() ? true : null,
            },
        };
    }

    private static ContainerPort Port(EndpointAnnotation endpoint) => new()
    {
        Port = endpoint.TargetPort!.Value,
        HostPort = endpoint.IsProxied ? null : endpoint.Port,
        Protocol = endpoint.Protocol == System.Net.Sockets.ProtocolType.Udp ? "UDP" : "TCP",
    };

    private static VolumeMount Mount(ContainerMountAnnotation mount) => new()
    {
        Type = mount.Type == ContainerMountType.Volume ? "volume" : "bind",
        Source = mount.Source ?? "",
        Target = mount.Target,
        ReadOnly = mount.IsReadOnly ? true : null,
    };
}

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration;

/// <summary>Makes DCP's object of a container.</summary>
internal static class ContainerFactory
{
    /// <summary>The DCP object of the network that the app's containers share.</summary>
    public const string NetworkName = "aspire-container-network";

    /// <summary>The name by which the app's other containers reach it.</summary>
    public static string HostName(IResource resource) => $"{resource.Name}.dev.internal";

    public static ContainerNetwork Network(string applicationName) => new()
    {
        Metadata = new() { Name = NetworkName },
        Spec = new() { NetworkName = $"aspire-session-network-{InstanceNames.Create("", 0).Suffix}-{applicationName}" },
    };

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
                Persistent = resource.TryGetLastAnnotation<ContainerLifetimeAnnotation>(out var lifetime) && lifetime.Lifetime == ContainerLifetime.Persistent ? true : null,
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

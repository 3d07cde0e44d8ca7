using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.Publishing;

/// <summary>Adds annotations the way the builder's extension methods do, without a builder.</summary>
internal static class Shaping
{
    public static T With<T>(this T resource, IResourceAnnotation annotation)
        where T : IResource
    {
        resource.Annotations.Add(annotation);
        return resource;
    }

    public static T Env<T>(this T resource, string name, object? value)
        where T : IResource => resource.With(new EnvironmentCallbackAnnotation(context => context.EnvironmentVariables[name] = value!));

    public static T Args<T>(this T resource, params object?[] arguments)
        where T : IResource => resource.With(new CommandLineArgsCallbackAnnotation(args =>
        {
            foreach (var argument in arguments)
            {
                args.Add(argument!);
            }
        }));

    public static T Endpoint<T>(this T resource, string name, string scheme, int? port = null, int? targetPort = null, string? transport = null, bool external = false)
        where T : IResource => resource.With(new EndpointAnnotation(
            scheme == "udp" ? ProtocolType.Udp : ProtocolType.Tcp, scheme, transport, name, port, targetPort, external));

    public static T Image<T>(this T container, string image, string tag, string? registry = null)
        where T : ContainerResource => container.With(new ContainerImageAnnotation { Registry = registry, Image = image, Tag = tag });

    public static T Volume<T>(this T container, string? name, string target)
        where T : ContainerResource => container.With(new ContainerMountAnnotation(name, target, ContainerMountType.Volume, isReadOnly: false));

    public static EndpointReferenceExpression Part(this IResourceWithEndpoints resource, string endpoint, EndpointProperty property) =>
        resource.GetEndpoint(endpoint).Property(property);
}

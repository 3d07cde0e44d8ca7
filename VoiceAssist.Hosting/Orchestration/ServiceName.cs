using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>The name of an endpoint's DCP service: the resource's, and the endpoint's where the resource has several.</summary>
internal static class ServiceName
{
    public static string Of(IResource resource, EndpointAnnotation endpoint) =>
        resource.Annotations.OfType<EndpointAnnotation>().Count() == 1 ? resource.Name : $"{resource.Name}-{endpoint.Name}";
}

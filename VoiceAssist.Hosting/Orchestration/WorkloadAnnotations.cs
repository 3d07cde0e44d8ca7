using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration;

/// <summary>What the host notes on DCP's objects.</summary>
internal static class WorkloadAnnotations
{
    public const string ResourceName = "resource-name";

    public static Dictionary<string, string> For(IResource resource, DcpInstance instance)
    {
        var annotations = new Dictionary<string, string>
        {
            [ResourceName] = resource.Name,
            [OtlpEnvironment.ServiceNameAnnotation] = resource.Name,
            [OtlpEnvironment.ServiceInstanceIdAnnotation] = instance.Suffix,
            ["resource-replica-count"] = JsonSerializer.Serialize(Math.Max(1, resource.GetReplicaCount())),
            ["resource-replica-index"] = JsonSerializer.Serialize(instance.Index),
        };
        var producers = resource.Annotations.OfType<EndpointAnnotation>()
            .Select(e => new ServiceProducer(ServiceName.Of(resource, e), "localhost", e.TargetPort))
            .ToArray();
        if (producers.Length > 0)
        {
            annotations[DcpAnnotations.ServiceProducer] = ServiceProducer.Serialize(producers);
        }

        return annotations;
    }
}

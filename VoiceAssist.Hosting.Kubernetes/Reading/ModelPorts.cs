using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>The ports of every workload of the model.</summary>
/// <param name="ports">Workload to ports.</param>
internal sealed class ModelPorts(IReadOnlyDictionary<IResource, IReadOnlyList<WorkloadPort>> ports)
{
    public static ModelPorts Of(IEnumerable<IResource> workloads) => new(workloads.ToDictionary(w => w, ResourcePorts.Of));

    public IReadOnlyList<WorkloadPort> this[IResource workload] => ports[workload];

    public bool Contains(IResource resource) => ports.ContainsKey(resource);

    /// <summary>The port of an endpoint; null: nothing listens there.</summary>
    /// <exception cref="DistributedApplicationException">The resource is none of the published workloads, or has no such endpoint.</exception>
    public WorkloadPort? Find(EndpointReference endpoint)
    {
        var resource = endpoint.Resource;
        if (!ports.TryGetValue(resource, out var own))
        {
            throw new DistributedApplicationException(
                $"The endpoint '{endpoint.EndpointName}' belongs to '{resource.Name}', which is not published, so nothing in a cluster can reach it. Publish the resource, or leave the reference out in publish mode.");
        }

        if (!endpoint.Exists)
        {
            throw new DistributedApplicationException(
                $"'{resource.Name}' has no endpoint '{endpoint.EndpointName}'. It has: {string.Join(", ", own.Select(p => p.Name))}.");
        }

        return ResourcePorts.IsUnserved(resource, endpoint.EndpointAnnotation)
            ? null
            : own.Single(p => string.Equals(p.Name, endpoint.EndpointName, StringComparison.OrdinalIgnoreCase));
    }
}

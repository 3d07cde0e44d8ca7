using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>What is wrong with a model before anything starts; each error names the resource and what to change.</summary>
internal static class ModelValidator
{
    /// <exception cref="DistributedApplicationException">The model cannot run.</exception>
    public static void Validate(DistributedApplicationModel model)
    {
        foreach (var resource in model.Resources)
        {
            ValidateEndpoints(resource);
            ValidateWaits(resource, model);
        }

        if (WaitCycle.Find(model.Resources) is { } cycle)
        {
            throw new DistributedApplicationException(
                $"The resources wait for each other in a circle, so none of them could start: {string.Join(" -> ", cycle.Select(r => $"'{r.Name}'"))}. Remove one of these WaitFor calls.");
        }
    }

    private static void ValidateWaits(IResource resource, DistributedApplicationModel model)
    {
        foreach (var wait in resource.Annotations.OfType<WaitAnnotation>().Where(w => !model.Resources.Contains(w.Resource)))
        {
            throw new DistributedApplicationException(
                $"The resource '{resource.Name}' waits for '{wait.Resource.Name}', which is not in the app model. Add it, or remove the WaitFor call.");
        }
    }

    private static void ValidateEndpoints(IResource resource)
    {
        var endpoints = resource.Annotations.OfType<EndpointAnnotation>().ToArray();
        if (endpoints.CountBy(e => e.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(e => e.Value > 1) is { Key: { } twice })
        {
            throw new DistributedApplicationException($"The resource '{resource.Name}' has two endpoints named '{twice}'. The names of a resource's endpoints must differ.");
        }

        foreach (var endpoint in endpoints)
        {
            ValidatePort(resource, endpoint, "port", endpoint.Port);
            ValidatePort(resource, endpoint, "target port", endpoint.TargetPort);
            if (resource.IsContainer() && endpoint.TargetPort is null)
            {
                throw new DistributedApplicationException($"The endpoint '{endpoint.Name}' of the container '{resource.Name}' has no target port. Say on which port the container listens: targetPort.");
            }

            if (resource.GetReplicaCount() > 1 && (endpoint.TargetPort is not null || !endpoint.IsProxied))
            {
                throw new DistributedApplicationException(
                    $"The endpoint '{endpoint.Name}' of resource '{resource.Name}' has {(endpoint.IsProxied ? $"the fixed target port {endpoint.TargetPort}" : "no proxy")}, so its {resource.GetReplicaCount()} replicas would listen on the same port. Leave the target port open, or run one replica.");
            }
        }
    }

    private static void ValidatePort(IResource resource, EndpointAnnotation endpoint, string which, int? port)
    {
        if (port is < 0 or > 65535)
        {
            throw new DistributedApplicationException($"The {which} {port} of endpoint '{endpoint.Name}' of resource '{resource.Name}' is not a port. Allowed: 1 to 65535.");
        }
    }
}

using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Capacity;

/// <summary>The API server refuses a request above its limit.</summary>
internal sealed class RequestsWithinLimits : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK102", Severity.Error, "A request exceeds its limit")
    {
        Why = "The API server refuses such a pod; the Deployment is accepted and then never gets one.",
        Do = "Raise the limit or lower the request, in the environment that is named. An overlay that changes only one of the two is the usual cause.",
        Sample = "api.WithResources(r => r.Cpu(\"500m\", \"2\").Memory(\"512Mi\", \"2Gi\"));",
        Source = "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        from container in pods.All
        from resource in PodResources.Names
        let request = PodResources.Text(container.Resources?.Requests, resource)
        let limit = PodResources.Text(container.Resources?.Limits, resource)
        where request is not null && limit is not null && PodResources.Exceeds(resource, request, limit)
        select Found(plan, pods.Planned, $"container {container.Name} requests {request} {resource}, its limit is {limit}", plan.PlaceOfResources(pods.Name));
}

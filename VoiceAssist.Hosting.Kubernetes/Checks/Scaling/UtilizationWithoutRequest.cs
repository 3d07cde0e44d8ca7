using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Scaling;

/// <summary>Utilization is a share of the request; one container without it breaks the metric for the whole pod.</summary>
internal sealed class UtilizationWithoutRequest : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK203", Severity.Error, "A utilization target meets a container without a request")
    {
        Why = "The HPA divides the pod's usage by its requests and gives up (`missing request for cpu in container ...`) when a single container, sidecar or init sidecar has none. "
            + "A metric that fails blocks every scale-down.",
        Do = "Give every container a request of that resource, or make the target an average value, or scale on the one container.",
        Sample = "api.WithHorizontalScaling(s => s.ContainerUtilization(\"web\", \"cpu\", 70));",
        Source = "kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go (calculatePodRequests), KEP-753",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        var defaults = NamespaceLimits.ContainerDefaults(plan);
        return
            from autoscaler in Autoscaler.Of(plan)
            from metric in autoscaler.Metrics
            let resource = Resource(metric)
            where resource is not null
            from pods in PodTemplate.Of(plan).Where(autoscaler.Scales)
            where PodResources.Text(pods.Spec.Resources?.Requests, resource) is null
            from container in pods.Running
            where metric.ContainerResource is null || metric.ContainerResource.Container == container.Name
            where PodResources.Request(container, resource, defaults) is null
            select Found(plan, autoscaler.Planned, $"target {metric.Name()} is a utilization, but container {container.Name} of {pods.Planned} requests no {resource}", plan.PlaceOfResources(pods.Name));
    }

    private static string? Resource(V2MetricSpec metric) => metric switch
    {
        { Resource: { Target.AverageUtilization: not null } resource } => resource.Name,
        { ContainerResource: { Target.AverageUtilization: not null } resource } => resource.Name,
        _ => null,
    };
}

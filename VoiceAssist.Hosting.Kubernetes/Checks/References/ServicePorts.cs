using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>Every port that is named leads to one that a container has.</summary>
internal sealed class ServicePorts : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK403", Severity.Error, "A port leads to nothing that listens")
    {
        Why = "A Service port whose target no container has gives connections that are refused; a probe on such a port restarts the pod for ever; a ServiceMonitor on such a port collects nothing.",
        Do = "Name an endpoint of the resource.",
        Sample = "worker.WithMonitoring(m => m.Scrape(\"/metrics\", endpoint: \"http\"));",
        Source = "https://kubernetes.io/docs/concepts/services-networking/service/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) => Services(plan).Concat(Probes(plan)).Concat(Monitors(plan));

    private IEnumerable<Finding> Services(EnvironmentPlan plan) =>
        from service in plan.Planned<V1Service>()
        where service.Object.Spec?.Selector is { Count: > 0 }
        from pods in PodTemplate.Of(plan)
        where LabelSelectors.Matches(service.Object.Spec.Selector, pods.Labels)
        from port in service.Object.Spec.Ports ?? []
        let target = port.TargetPort?.ToString() ?? $"{port.Port}"
        where !pods.Running.Any(c => Serves(c, target, port.Protocol ?? "TCP"))
        select Found(plan, service.Planned, $"port {port.Name ?? $"{port.Port}"} leads to {target}, {pods.Planned} has {Ports(pods.Running)}");

    private IEnumerable<Finding> Probes(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        from container in pods.All
        from probe in (IEnumerable<(string Name, V1Probe? Probe)>)[("liveness", container.LivenessProbe), ("readiness", container.ReadinessProbe), ("startup", container.StartupProbe)]
        let target = (probe.Probe?.HttpGet?.Port ?? probe.Probe?.TcpSocket?.Port)?.ToString()
        where target is not null && !int.TryParse(target, out _) && !Serves(container, target, "TCP")
        select Found(plan, pods.Planned, $"the {probe.Name} probe of container {container.Name} asks port {target}, the container has {Ports([container])}");

    private IEnumerable<Finding> Monitors(EnvironmentPlan plan) =>
        from monitor in plan.Planned<ServiceMonitor>()
        from service in plan.Planned<V1Service>()
        where monitor.Object.Spec.Selector.Matches(service.Object.Metadata.Labels ?? new Dictionary<string, string>())
        from endpoint in monitor.Object.Spec.Endpoints
        where !(service.Object.Spec?.Ports ?? []).Any(p => p.Name == endpoint.Port)
        select Found(plan, monitor.Planned, $"it scrapes port {endpoint.Port}, {service.Planned} has {string.Join(", ", (service.Object.Spec?.Ports ?? []).Select(p => p.Name))}");

    private static bool Serves(V1Container container, string target, string protocol) =>
        (container.Ports ?? []).Any(p => (p.Name == target || $"{p.ContainerPort}" == target) && (p.Protocol ?? "TCP") == protocol);

    private static string Ports(IEnumerable<V1Container> containers)
    {
        var ports = containers.SelectMany(c => c.Ports ?? []).Select(p => p.Name is null ? $"{p.ContainerPort}" : $"{p.Name} {p.ContainerPort}").ToArray();
        return ports.Length == 0 ? "no ports" : string.Join(", ", ports);
    }
}

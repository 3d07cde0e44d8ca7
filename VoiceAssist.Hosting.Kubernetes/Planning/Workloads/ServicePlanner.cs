using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>The Service under whose name others reach a workload.</summary>
internal sealed class ServicePlanner : IObjectPlanner
{
    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) => environment.Workloads
        .Where(w => w.Ports.Count > 0 || w.IsStateful)
        .Select(workload => new PlannedObject(Service(workload, environment), Files.Workloads) { At = workload.PlaceOf<WorkloadPolicy>() });

    private static V1Service Service(WorkloadModel workload, EnvironmentContext environment) => new()
    {
        ApiVersion = V1Service.KubeApiVersion,
        Kind = V1Service.KubeKind,
        Metadata = ObjectMeta.Of(workload, environment),
        Spec = new()
        {
            // A StatefulSet must name a Service. One without ports is allowed to exist only if it is headless.
            ClusterIP = workload.Ports.Count == 0 ? "None" : null,
            Type = workload.Ports.Count == 0 ? null : "ClusterIP",
            Selector = Labels.Selector(workload),
            Ports = workload.Ports.Count == 0
                ? null
                : [.. workload.Ports.Select(p => new V1ServicePort { Name = p.Name, Port = p.Port, TargetPort = p.Name, Protocol = p.Protocol })],
        },
    };
}

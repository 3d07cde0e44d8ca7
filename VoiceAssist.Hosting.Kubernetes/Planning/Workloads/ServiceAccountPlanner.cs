using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>A ServiceAccount for each workload, without a token unless the workload uses the API server.</summary>
internal sealed class ServiceAccountPlanner : IObjectPlanner
{
    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) => environment.Workloads.Select(workload => new PlannedObject(
        new V1ServiceAccount
        {
            ApiVersion = V1ServiceAccount.KubeApiVersion,
            Kind = V1ServiceAccount.KubeKind,
            Metadata = ObjectMeta.Of(workload, environment),
            AutomountServiceAccountToken = workload.Identity.MountsToken,
        },
        Files.Workloads)
    {
        At = workload.PlaceOf<IdentityPolicy>(),
    });
}

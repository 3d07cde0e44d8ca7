using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>What a workload may do with the API server, within its own namespace.</summary>
internal sealed class AccessPlanner : IObjectPlanner
{
    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) =>
        environment.Workloads.Where(w => w.Identity.Rules.Count > 0).SelectMany(w => Plan(w, environment));

    private static IEnumerable<PlannedObject> Plan(WorkloadModel workload, EnvironmentContext environment)
    {
        var at = workload.PlaceOf<IdentityPolicy>();
        yield return new(
            new V1Role
            {
                ApiVersion = $"{V1Role.KubeGroup}/{V1Role.KubeApiVersion}",
                Kind = V1Role.KubeKind,
                Metadata = ObjectMeta.Of(workload, environment),
                Rules = [.. workload.Identity.Rules.Select(r => new V1PolicyRule { ApiGroups = [r.ApiGroup], Resources = [.. r.Resources], Verbs = [.. r.Verbs] })],
            },
            Files.Rbac)
        { At = at };
        yield return new(
            new V1RoleBinding
            {
                ApiVersion = $"{V1RoleBinding.KubeGroup}/{V1RoleBinding.KubeApiVersion}",
                Kind = V1RoleBinding.KubeKind,
                Metadata = ObjectMeta.Of(workload, environment),
                RoleRef = new() { ApiGroup = V1Role.KubeGroup, Kind = V1Role.KubeKind, Name = workload.Name },
                Subjects = [new() { Kind = V1ServiceAccount.KubeKind, Name = workload.Name, NamespaceProperty = environment.Namespace }],
            },
            Files.Rbac)
        { At = at };
    }
}

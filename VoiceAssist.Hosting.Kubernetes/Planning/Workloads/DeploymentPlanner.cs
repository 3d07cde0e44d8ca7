using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>The Deployment of each workload that keeps no data.</summary>
internal sealed class DeploymentPlanner : IObjectPlanner
{
    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) =>
        environment.Workloads.Where(w => !w.IsStateful).Select(w => Plan(w, environment));

    private static PlannedObject Plan(WorkloadModel workload, EnvironmentContext environment)
    {
        var comments = new CommentSet();
        var deployment = new V1Deployment
        {
            ApiVersion = $"{V1Deployment.KubeGroup}/{V1Deployment.KubeApiVersion}",
            Kind = V1Deployment.KubeKind,
            Metadata = ObjectMeta.Of(workload, environment),
            Spec = new()
            {
                Replicas = FixedReplicas.Of(workload, comments),
                Selector = new() { MatchLabels = Labels.Selector(workload) },
                Strategy = Strategy(workload.Rollout, comments),
                Template = PodTemplate.Of(workload, environment, comments),
            },
        };
        return new(deployment, Files.Workloads) { Comments = comments.ToDictionary(), At = workload.PlaceOf<WorkloadPolicy>() };
    }

    private static V1DeploymentStrategy? Strategy(RolloutPolicy? rollout, CommentSet comments)
    {
        if (rollout is { IsRecreate: true })
        {
            return new() { Type = "Recreate" };
        }

        if (rollout is not { MaxSurge: { } surge, MaxUnavailable: { } unavailable })
        {
            return null;
        }

        comments.Add("spec/strategy", surge.Because);
        return new() { Type = "RollingUpdate", RollingUpdate = new() { MaxSurge = surge.Value.ToString(), MaxUnavailable = unavailable.Value.ToString() } };
    }
}

using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>The StatefulSet of each workload that keeps data, with a claim for each of its volumes.</summary>
internal sealed class StatefulSetPlanner : IObjectPlanner
{
    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) =>
        environment.Workloads.Where(w => w.IsStateful).Select(w => Plan(w, environment));

    private static PlannedObject Plan(WorkloadModel workload, EnvironmentContext environment)
    {
        var comments = new CommentSet();
        var set = new V1StatefulSet
        {
            ApiVersion = $"{V1StatefulSet.KubeGroup}/{V1StatefulSet.KubeApiVersion}",
            Kind = V1StatefulSet.KubeKind,
            Metadata = ObjectMeta.Of(workload, environment),
            Spec = new()
            {
                ServiceName = workload.Name,
                Replicas = FixedReplicas.Of(workload, comments),
                Selector = new() { MatchLabels = Labels.Selector(workload) },
                UpdateStrategy = new() { Type = "RollingUpdate" },
                Template = PodTemplate.Of(workload, environment, comments),
                VolumeClaimTemplates = [.. workload.Volumes.Select((v, i) => Claim(workload, environment, v, i, comments))],
            },
        };
        return new(set, Files.Workloads) { Comments = comments.ToDictionary(), At = workload.PlaceOf<WorkloadPolicy>() };
    }

    private static V1PersistentVolumeClaim Claim(WorkloadModel workload, EnvironmentContext environment, WorkloadVolume volume, int index, CommentSet comments)
    {
        if (workload.Storage?.VolumeSize is not { } size)
        {
            throw new DistributedApplicationException(
                $"The volume '{volume.Name}' of '{workload.Name}' has no size. Give it one: WithStorage(storage => storage.Size(\"10Gi\")).");
        }

        comments.Add($"spec/volumeClaimTemplates/{index}/spec/resources/requests/storage", size.Because);
        return new()
        {
            ApiVersion = V1PersistentVolumeClaim.KubeApiVersion,
            Kind = V1PersistentVolumeClaim.KubeKind,
            Metadata = new() { Name = volume.Name, Labels = Labels.For(workload, environment) },
            Spec = new()
            {
                AccessModes = ["ReadWriteOnce"],
                StorageClassName = workload.Storage.StorageClass,
                Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = new(size.Value.ToString()) } },
            },
        };
    }
}

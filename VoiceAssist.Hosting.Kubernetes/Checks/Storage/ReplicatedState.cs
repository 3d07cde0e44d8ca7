using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Storage;

/// <summary>Several replicas with a volume each are several databases, unless the program replicates.</summary>
internal sealed class ReplicatedState : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK702", Severity.Warning, "A workload that keeps data has more than one replica")
    {
        Why = "Each pod of a StatefulSet has a volume of its own and the Service spreads requests over them: unless the program replicates by itself, what one pod stored the next one does not know.",
        Do = "Keep one replica, or suppress the warning for a program that forms a cluster.",
        Sample = "cluster.Suppress(\"VAK702\", \"the broker's nodes form a cluster\");",
        Source = "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        let claims = (pods.Planned.Object as V1StatefulSet)?.Spec?.VolumeClaimTemplates?.Count ?? 0
        let max = Autoscaler.ReplicasOf(plan, pods).Max
        where claims > 0 && max > 1
        select Found(plan, pods.Planned, $"up to {max} replicas with {claims} volumes each", plan.Place<WorkloadPolicy>(pods.Name));
}

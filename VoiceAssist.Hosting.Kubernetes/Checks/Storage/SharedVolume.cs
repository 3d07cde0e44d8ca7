using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Storage;

/// <summary>A volume for one writer with more than one.</summary>
internal sealed class SharedVolume : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK701", Severity.Error, "More than one pod writes to one volume")
    {
        Why = "Two database processes on one volume destroy it when they are on one node; on two nodes the second pod waits for a ReadWriteOnce volume that is never released. "
            + "A rolling update with surge makes a second pod as well.",
        Do = "Keep one replica, and replace it in place; or give each replica a volume of its own (a StatefulSet's claim templates), or a volume that many may write to.",
        Sample = "files.AsWorkload(w => w.FixedReplicas(1)).WithRollout(r => r.Recreate());",
        Source = "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        from volume in pods.Spec.Volumes ?? []
        where volume.PersistentVolumeClaim is { ReadOnlyProperty: not true } && !IsShared(plan, volume.PersistentVolumeClaim.ClaimName)
        let max = Autoscaler.ReplicasOf(plan, pods).Max
        let surge = Surge(pods, max)
        where max + surge > 1
        select Found(plan, pods.Planned, $"up to {max} replicas and {surge} more during a rollout share the claim {volume.PersistentVolumeClaim.ClaimName}", plan.Place<StoragePolicy>(pods.Name));

    private static bool IsShared(EnvironmentPlan plan, string claim) =>
        plan.Of<V1PersistentVolumeClaim>().FirstOrDefault(c => c.Metadata.Name == claim)?.Spec?.AccessModes is { } modes && modes.Any(m => m is "ReadWriteMany" or "ReadOnlyMany");

    private static int Surge(PodTemplate pods, int replicas)
    {
        if (pods.Planned.Object is not V1Deployment deployment || deployment.Spec?.Strategy?.Type == "Recreate")
        {
            return 0;
        }

        return (PodCounts.Read(deployment.Spec?.Strategy?.RollingUpdate?.MaxSurge) ?? new RolloutPace().MaxSurge).Of(replicas, roundUp: true);
    }
}

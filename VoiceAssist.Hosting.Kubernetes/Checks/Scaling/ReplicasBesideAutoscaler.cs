using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Scaling;

/// <summary>Two owners of one field: every apply would undo the autoscaler.</summary>
internal sealed class ReplicasBesideAutoscaler : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK209", Severity.Error, "A workload states replicas although an autoscaler sets them")
    {
        Why = "Every `kubectl apply` sets the number back, in the middle of a load as well; the autoscaler then climbs again at the pace its policies allow.",
        Do = "Leave the number of replicas of an autoscaled workload out.",
        Source = "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from autoscaler in Autoscaler.Of(plan)
        from pods in PodTemplate.Of(plan).Where(autoscaler.Scales)
        where pods.Replicas is not null
        select Found(plan, pods.Planned, $"spec.replicas is {pods.Replicas}, {autoscaler.Planned} sets {autoscaler.Min} to {autoscaler.Max}");
}

using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Reading;

/// <summary>The capacity that the objects of a plan ask for, whatever the app model says; the sums are the capacity function's.</summary>
internal static class PlannedCapacity
{
    private const long DefaultGracePeriodSeconds = 30;

    public static CapacityReport Of(EnvironmentPlan plan)
    {
        var defaults = NamespaceLimits.ContainerDefaults(plan);
        return CapacityFunction.Of(PodTemplate.Of(plan).Where(p => p.Planned.Object is V1Deployment or V1StatefulSet).Select(p => Of(plan, p, defaults)));
    }

    private static WorkloadCapacity Of(EnvironmentPlan plan, PodTemplate pods, V1LimitRangeItem? defaults)
    {
        var (min, max) = Autoscaler.ReplicasOf(plan, pods);
        var requests = PodResources.Requests(pods, defaults);
        var limits = PodResources.Limits(pods, defaults);
        return new()
        {
            Name = pods.Name,
            // What is out of order is found by checks of its own; here it must only not stop the sum.
            MinReplicas = Math.Clamp(min, 0, Math.Max(0, max)),
            MaxReplicas = Math.Max(0, max),
            Requests = requests,
            Limits = new(limits.Cpu > requests.Cpu ? limits.Cpu : requests.Cpu, limits.Memory > requests.Memory ? limits.Memory : requests.Memory),
            Rollout = Pace(pods) with { Termination = TimeSpan.FromSeconds(pods.Spec.TerminationGracePeriodSeconds ?? DefaultGracePeriodSeconds) },
        };
    }

    private static RolloutPace Pace(PodTemplate pods)
    {
        if (pods.Planned.Object is not V1Deployment { Spec.Strategy: { } strategy })
        {
            return pods.Planned.Object is V1Deployment ? new() : RolloutPace.InPlace;
        }

        var pace = strategy.Type == "Recreate" ? RolloutPace.InPlace : new();
        return pace with
        {
            MaxSurge = PodCounts.Read(strategy.RollingUpdate?.MaxSurge) ?? pace.MaxSurge,
            MaxUnavailable = PodCounts.Read(strategy.RollingUpdate?.MaxUnavailable) ?? pace.MaxUnavailable,
        };
    }
}

using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Probes;

/// <summary>A container that serves should say when it is alive and when it is ready.</summary>
internal sealed class ContainerWithoutProbes : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK501", Severity.Warning, "A container has no liveness or readiness probe")
    {
        Why = "Without a readiness probe a pod gets requests the moment its process starts, and a rollout calls it done; without a liveness probe one that hangs stays for ever.",
        Do = "Give the workload both; readiness looks at dependencies, liveness never does.",
        Sample = "api.WithProbes(p => p\n"
            + "    .Liveness(ProbeRule.Get(\"/health\", every: TimeSpan.FromSeconds(10), failures: 3))\n"
            + "    .Readiness(ProbeRule.Get(\"/ready\", every: TimeSpan.FromSeconds(5), failures: 2)));",
        Source = "https://kubernetes.io/docs/concepts/workloads/pods/probes/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        where pods.Planned.Object is V1Deployment or V1StatefulSet or V1DaemonSet
        from container in pods.Containers
        let missing = (string[])[.. container.LivenessProbe is null ? ["liveness"] : Array.Empty<string>(), .. container.ReadinessProbe is null ? ["readiness"] : Array.Empty<string>()]
        where missing.Length > 0
        select Found(plan, pods.Planned, $"container {container.Name} has no {string.Join(" and no ", missing)} probe", plan.Place<ProbesPolicy>(pods.Name));
}

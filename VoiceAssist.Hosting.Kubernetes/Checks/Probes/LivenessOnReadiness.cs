using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Probes;

/// <summary>Liveness must not depend on others; the path that readiness asks does.</summary>
internal sealed class LivenessOnReadiness : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK503", Severity.Warning, "The liveness probe asks what the readiness probe asks")
    {
        Why = "Readiness answers whether the program can serve, its dependencies included. If liveness asks the same, a database that is away for half a minute restarts every pod of every workload, "
            + "and they all come back at once. The same holds for SIGTERM: a pod that turns unready to drain is killed as dead.",
        Do = "Ask a path for liveness (and startup) that only says whether the process runs.",
        Sample = "api.WithProbes(p => p\n"
            + "    .Liveness(ProbeRule.Get(\"/health\", every: TimeSpan.FromSeconds(10), failures: 3))\n"
            + "    .Readiness(ProbeRule.Get(\"/ready\", every: TimeSpan.FromSeconds(5), failures: 2)));",
        Source = "https://kubernetes.io/docs/concepts/workloads/pods/probes/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        from container in pods.Running
        let liveness = container.LivenessProbe?.HttpGet
        let readiness = container.ReadinessProbe?.HttpGet
        where liveness is not null && readiness is not null
            && (liveness.Path ?? "/") == (readiness.Path ?? "/") && liveness.Port?.ToString() == readiness.Port?.ToString()
        select Found(plan, pods.Planned, $"container {container.Name} asks {liveness.Path ?? "/"} for both", plan.PlaceOfProbe(pods.Name, p => p.LivenessProbe));
}

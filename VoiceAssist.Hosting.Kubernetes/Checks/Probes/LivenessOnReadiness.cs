using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Probes;

/// <summary>Liveness and startup must not depend on others; the path that readiness asks does.</summary>
internal sealed class LivenessOnReadiness : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK503", Severity.Warning, "A liveness or startup probe asks what depends on others")
    {
        Why = "Readiness answers whether the program can serve, its dependencies included. If liveness asks the same, a database that is away for half a minute restarts every pod of every workload, "
            + "and they all come back at once. The same holds for SIGTERM: a pod that turns unready to drain is killed as dead.",
        Do = "Ask a path for liveness (and startup) that only says whether the process runs.",
        Sample = "api.WithProbes(p => p\n"
            + "    .Liveness(ProbeRule.Get(\"/health\", every: TimeSpan.FromSeconds(10), failures: 3))\n"
            + "    .Readiness(ProbeRule.Get(\"/ready\", every: TimeSpan.FromSeconds(5), failures: 2)));",
        Source = "https://kubernetes.io/docs/concepts/workloads/pods/probes/",
    };

    /// <summary>By convention these answer for the dependencies, too, whether or not a readiness probe asks them.</summary>
    private static readonly string[] ReadinessPaths = ["/ready", "/readyz", "/readiness"];

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        from container in pods.Running
        from probe in new[] { (Name: "liveness", Probe: container.LivenessProbe), (Name: "startup", Probe: container.StartupProbe) }
        let asked = probe.Probe?.HttpGet
        where asked is not null
            && (IsSame(asked, container.ReadinessProbe?.HttpGet) || ReadinessPaths.Contains((asked.Path ?? "/").TrimEnd('/'), StringComparer.OrdinalIgnoreCase))
        select Found(plan, pods.Planned, $"the {probe.Name} probe of container {container.Name} asks {asked.Path ?? "/"}", plan.PlaceOfProbe(pods.Name, p => probe.Name == "liveness" ? p.LivenessProbe : p.StartupProbe));

    private static bool IsSame(V1HTTPGetAction asked, V1HTTPGetAction? readiness) =>
        readiness is not null && (asked.Path ?? "/") == (readiness.Path ?? "/") && asked.Port?.ToString() == readiness.Port?.ToString();
}

using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Probes;

/// <summary>A program must be given the time it needs to start.</summary>
internal sealed class StartupBudget : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK502", Severity.Error, "The startup probe gives up before the program can have started")
    {
        Why = "The container is killed when the budget (failures x period) is over. A program that needs longer never starts: a restart loop, most likely when the node is busy or a database recovers.",
        Do = "Raise the probe's failures so that the budget exceeds the declared start time, or correct the declaration. Without a startup probe the liveness probe's budget counts.",
        Sample = "api.AsWorkload(w => w.StartsWithin(TimeSpan.FromSeconds(90)))\n   .WithProbes(p => p.Startup(ProbeRule.Get(\"/health\", every: TimeSpan.FromSeconds(5), failures: 30)));",
        Source = "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from pods in PodTemplate.Of(plan)
        let workload = plan.Workload(pods.Name)
        let need = workload?.Workload.StartTime?.Value.TotalSeconds
        where need is not null
        from container in pods.Containers
        where container.Name == workload.ContainerName
        let probe = container.StartupProbe ?? container.LivenessProbe
        where probe is not null && probe.Budget() < need
        select Found(
            plan,
            pods.Planned,
            $"container {container.Name} may need {need} s to start, its {(container.StartupProbe is null ? "liveness" : "startup")} probe allows {probe.Arithmetic()}",
            plan.PlaceOfProbe(pods.Name, p => p.StartupProbe ?? p.LivenessProbe));
}

using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

internal static class ProbeCases
{
    public static IReadOnlyList<CheckCase> All { get; } =
    [
        new("VAK501", "no probes", "container api has no liveness and no readiness probe") { Plan = p => p.EditContainer(Shop.Api, c => (c.LivenessProbe, c.ReadinessProbe) = (null, null)) },
        new("VAK501", "a second container without probes", "container proxy has no liveness") { Plan = p => p.EditPod(Shop.Api, s => s.Containers = [s.Containers[0], Containers.Plain("proxy", "100m", "128Mi")]) },
        new("VAK501", "no startup probe", null) { Plan = p => p.EditContainer(Shop.Api, c => c.StartupProbe = null) },

        new("VAK502", "too few failures", "may need 60 s to start, its startup probe allows 10 failures every 5 s = 50 s") { Plan = p => p.EditContainer(Shop.Api, c => c.StartupProbe.FailureThreshold = 10) },
        new("VAK502", "only a liveness probe", "its liveness probe allows 3 failures every 10 s = 30 s") { Plan = p => p.EditContainer(Shop.Api, c => c.StartupProbe = null) },
        new("VAK502", "exactly the declared time", null) { Plan = p => p.EditContainer(Shop.Api, c => c.StartupProbe.FailureThreshold = 12) },

        new("VAK503", "one path for both", "the liveness probe of container api asks /ready") { Plan = p => p.EditContainer(Shop.Api, c => c.LivenessProbe.HttpGet.Path = "/ready") },
        new("VAK503", "a startup that waits for others", "the startup probe of container api asks /ready") { Plan = p => p.EditContainer(Shop.Api, c => c.StartupProbe.HttpGet.Path = "/ready") },
        new("VAK503", "a readiness path without a readiness probe", "the liveness probe of container api asks /readyz") { Plan = p => p.EditContainer(Shop.Api, c => (c.LivenessProbe.HttpGet.Path, c.ReadinessProbe) = ("/readyz", null)) },
        new("VAK503", "one path on two ports", null)
        {
            Plan = p => p.EditContainer(Shop.Api, c => (c.ReadinessProbe.HttpGet.Path, c.LivenessProbe.HttpGet.Path, c.LivenessProbe.HttpGet.Port) = ("/", "/", 9000)),
        },

        new("VAK504", "the drain alone is longer", "the grace period is 20 s, container api needs more than 25 s drain + 0 s preStop = 25 s") { Plan = p => p.EditPod(Shop.Api, s => s.TerminationGracePeriodSeconds = 20) },
        new("VAK504", "exactly the drain", "the grace period is 25 s") { Plan = p => p.EditPod(Shop.Api, s => s.TerminationGracePeriodSeconds = 25) },
        new("VAK504", "a preStop hook on top", "25 s drain + 10 s preStop = 35 s") { Plan = p => p.EditContainer(Shop.Api, c => c.Lifecycle = new() { PreStop = new() { Sleep = new() { Seconds = 10 } } }) },
        new("VAK504", "a preStop command that sleeps", "0 s drain + 40 s preStop = 40 s")
        {
            Plan = p => p.EditContainer(Shop.Cache, c => c.Lifecycle = new() { PreStop = new() { Exec = new() { Command = ["sh", "-c", "sleep 40"] } } }),
        },
        new("VAK504", "a short preStop hook", null) { Plan = p => p.EditContainer(Shop.Api, c => c.Lifecycle = new() { PreStop = new() { Sleep = new() { Seconds = 4 } } }) },
        new("VAK504", "a longer drain in the model", null) { Model = c => c.With(Shop.Api, w => w with { Shutdown = new ShutdownPolicy().Takes("drain", TimeSpan.FromMinutes(5)) }) },
    ];
}

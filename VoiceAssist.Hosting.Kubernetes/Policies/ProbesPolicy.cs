namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>Liveness, readiness and startup probes.</summary>
public sealed class ProbesPolicy : Policy<ProbesPolicy>
{
    /// <value>Restarts the container when it fails; must not depend on others.</value>
    public ProbeRule? LivenessProbe { get; private set; }

    /// <value>Takes the pod out of its service when it fails.</value>
    public ProbeRule? ReadinessProbe { get; private set; }

    /// <value>Holds the others back until it has succeeded once.</value>
    public ProbeRule? StartupProbe { get; private set; }

    /// <summary>Restarts the container when it fails; must not depend on others.</summary>
    public ProbesPolicy Liveness(ProbeRule probe) => Set(() => LivenessProbe = probe);

    /// <summary>Takes the pod out of its service when it fails.</summary>
    public ProbesPolicy Readiness(ProbeRule probe) => Set(() => ReadinessProbe = probe);

    /// <summary>Holds the others back until it has succeeded once.</summary>
    public ProbesPolicy Startup(ProbeRule probe) => Set(() => StartupProbe = probe);

    private ProbesPolicy Set(Action set)
    {
        set();
        return this;
    }
}

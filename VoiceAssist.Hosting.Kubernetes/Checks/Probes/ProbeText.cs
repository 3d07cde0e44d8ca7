using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Probes;

/// <summary>A probe's figures, with Kubernetes' defaults: every 10 s, 3 failures.</summary>
internal static class ProbeText
{
    private const int DefaultPeriodSeconds = 10;
    private const int DefaultFailures = 3;

    /// <summary>How long it may fail, from the start of the container, before it counts; in seconds.</summary>
    public static long Budget(this V1Probe probe) =>
        (probe.InitialDelaySeconds ?? 0) + ((long)(probe.PeriodSeconds ?? DefaultPeriodSeconds) * (probe.FailureThreshold ?? DefaultFailures));

    /// <summary>E.g. <c>30 failures every 5 s = 150 s</c>.</summary>
    public static string Arithmetic(this V1Probe probe)
    {
        var delay = probe.InitialDelaySeconds is > 0 and var seconds ? $"{seconds} s delay + " : "";
        return $"{delay}{probe.FailureThreshold ?? DefaultFailures} failures every {probe.PeriodSeconds ?? DefaultPeriodSeconds} s = {probe.Budget()} s";
    }
}

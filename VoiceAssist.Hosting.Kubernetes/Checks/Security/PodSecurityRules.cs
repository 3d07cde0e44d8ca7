using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Security;

/// <summary>
/// The Pod Security Standards as kubernetes/kubernetes <c>staging/src/k8s.io/pod-security-admission/policy/check_*.go</c> applies them to
/// Linux pods with a user namespace of the host. A value on the container overrides the pod's.
/// </summary>
internal static class PodSecurityRules
{
    private static readonly Version Always = new(1, 0);

    // check_capabilities_baseline.go
    private static readonly HashSet<string> BaselineCapabilities = new(StringComparer.Ordinal)
    {
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    };

    // check_sysctls.go; the later ones joined in 1.27, 1.29 and 1.32 and are namespaced as the others are.
    private static readonly HashSet<string> SafeSysctls = new(StringComparer.Ordinal)
    {
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range", "net.ipv4.ip_unprivileged_port_start",
        "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes",
        "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem",
    };

    // check_seLinuxOptions.go; container_engine_t since 1.31
    private static readonly HashSet<string> SeLinuxTypes = new(StringComparer.Ordinal) { "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t" };

    public static IReadOnlyList<PodSecurityRule> All { get; } =
    [
        new("hostNamespaces", PodSecurityLevel.Baseline, Always, p => If(p.Spec.HostNetwork is true, "hostNetwork is true")
            .Concat(If(p.Spec.HostPID is true, "hostPID is true")).Concat(If(p.Spec.HostIPC is true, "hostIPC is true"))),
        new("privileged", PodSecurityLevel.Baseline, Always, p => Each(p, c => c.SecurityContext?.Privileged is true, "is privileged")),
        new("capabilities_baseline", PodSecurityLevel.Baseline, Always, p => Each(
            p, c => (c.SecurityContext?.Capabilities?.Add ?? []).Any(a => !BaselineCapabilities.Contains(a)), "adds capabilities beyond the default set")),
        new("hostPathVolumes", PodSecurityLevel.Baseline, Always, p => (p.Spec.Volumes ?? []).Where(v => v.HostPath is not null).Select(v => $"volume {v.Name} is a hostPath")),
        new("hostPorts", PodSecurityLevel.Baseline, Always, p => Each(p, c => (c.Ports ?? []).Any(o => o.HostPort is > 0), "uses host ports")),
        new("hostProbesAndHostLifecycle", PodSecurityLevel.Baseline, new(1, 34), p => Each(p, HasHost, "names a host in a probe or hook")),
        new("procMount", PodSecurityLevel.Baseline, Always, p => Each(p, c => c.SecurityContext?.ProcMount is not (null or "Default"), "has a procMount of its own")),
        new("seLinuxOptions", PodSecurityLevel.Baseline, Always, p => Contexts(p, s => s is { } && (!SeLinuxTypes.Contains(s.Type ?? "") || s.User is { Length: > 0 } || s.Role is { Length: > 0 }),
            s => s?.SeLinuxOptions, s => s?.SeLinuxOptions, "has SELinux options of its own")),
        new("sysctls", PodSecurityLevel.Baseline, Always, p => (p.Spec.SecurityContext?.Sysctls ?? []).Where(s => !SafeSysctls.Contains(s.Name)).Select(s => $"sysctl {s.Name} is not a safe one")),
        new("appArmorProfile", PodSecurityLevel.Baseline, Always, p => Contexts(p, a => a is { Type: "Unconfined" }, s => s?.AppArmorProfile, s => s?.AppArmorProfile, "is unconfined by AppArmor")),
        new("windowsHostProcess", PodSecurityLevel.Baseline, Always, p => Contexts(p, w => w is { HostProcess: true }, s => s?.WindowsOptions, s => s?.WindowsOptions, "is a Windows host process")),
        new("seccompProfile_baseline", PodSecurityLevel.Baseline, new(1, 19), p => Contexts(p, s => s is { Type: "Unconfined" }, s => s?.SeccompProfile, s => s?.SeccompProfile, "has the seccomp profile Unconfined")),

        new("restrictedVolumes", PodSecurityLevel.Restricted, Always, p => (p.Spec.Volumes ?? []).Where(v => !IsAllowed(v)).Select(v => $"volume {v.Name} is of a restricted type")),
        new("allowPrivilegeEscalation", PodSecurityLevel.Restricted, new(1, 8), p => Each(p, c => c.SecurityContext?.AllowPrivilegeEscalation is not false, "does not set allowPrivilegeEscalation to false")),
        new("runAsNonRoot", PodSecurityLevel.Restricted, Always, p => Each(
            p, c => (c.SecurityContext?.RunAsNonRoot ?? p.Spec.SecurityContext?.RunAsNonRoot) is not true, "does not set runAsNonRoot to true")),
        new("runAsUser", PodSecurityLevel.Restricted, new(1, 23), p => Each(p, c => (c.SecurityContext?.RunAsUser ?? p.Spec.SecurityContext?.RunAsUser) is 0, "runs as user 0")),
        new("seccompProfile_restricted", PodSecurityLevel.Restricted, new(1, 19), p => Each(
            p, c => (c.SecurityContext?.SeccompProfile ?? p.Spec.SecurityContext?.SeccompProfile)?.Type is not ("RuntimeDefault" or "Localhost"), "has no seccomp profile RuntimeDefault or Localhost")),
        new("capabilities_restricted", PodSecurityLevel.Restricted, new(1, 22), p => Each(
            p, c => !(c.SecurityContext?.Capabilities?.Drop ?? []).Contains("ALL"), "does not drop ALL capabilities")
            .Concat(Each(p, c => (c.SecurityContext?.Capabilities?.Add ?? []).Any(a => a != "NET_BIND_SERVICE"), "adds capabilities other than NET_BIND_SERVICE"))),
    ];

    private static IEnumerable<string> If(bool broken, string text) => broken ? [text] : [];

    private static IEnumerable<string> Each(PodTemplate pods, Func<V1Container, bool> broken, string text) =>
        pods.All.Where(broken).Select(c => $"container {c.Name} {text}");

    /// <summary>A part of the security context that pod and containers may both have.</summary>
    private static IEnumerable<string> Contexts<T>(PodTemplate pods, Func<T?, bool> broken, Func<V1PodSecurityContext?, T?> ofPod, Func<V1SecurityContext?, T?> ofContainer, string text) =>
        If(broken(ofPod(pods.Spec.SecurityContext)), $"the pod {text}").Concat(Each(pods, c => broken(ofContainer(c.SecurityContext)), text));

    private static bool HasHost(V1Container container) =>
        new[] { container.LivenessProbe, container.ReadinessProbe, container.StartupProbe }.Any(p => p?.HttpGet?.Host is { Length: > 0 } || p?.TcpSocket?.Host is { Length: > 0 })
        || new[] { container.Lifecycle?.PreStop, container.Lifecycle?.PostStart }.Any(h => h?.HttpGet?.Host is { Length: > 0 } || h?.TcpSocket?.Host is { Length: > 0 });

    private static bool IsAllowed(V1Volume volume) => volume.ConfigMap is not null || volume.Csi is not null || volume.DownwardAPI is not null || volume.EmptyDir is not null
        || volume.Ephemeral is not null || volume.Image is not null || volume.PersistentVolumeClaim is not null || volume.Projected is not null || volume.Secret is not null;
}

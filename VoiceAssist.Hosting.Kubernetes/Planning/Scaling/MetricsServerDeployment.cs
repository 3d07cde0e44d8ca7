using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>The Deployment of Metrics Server; passes the Pod Security level <c>restricted</c>.</summary>
internal static class MetricsServerDeployment
{
    private const string Scratch = "tmp-dir";

    public static V1Deployment Of(string name, string version, IDictionary<string, string> selector, IEnumerable<string> furtherArguments) => new()
    {
        Spec = new()
        {
            Selector = new() { MatchLabels = selector },
            Strategy = new() { RollingUpdate = new() { MaxUnavailable = 0 } },
            Template = new()
            {
                Metadata = new() { Labels = selector },
                Spec = new()
                {
                    ServiceAccountName = name,
                    PriorityClassName = "system-cluster-critical",
                    NodeSelector = new Dictionary<string, string> { ["kubernetes.io/os"] = "linux" },
                    SecurityContext = new() { RunAsNonRoot = true, SeccompProfile = new() { Type = "RuntimeDefault" } },
                    Containers = [Container(name, version, furtherArguments)],
                    Volumes = [new() { Name = Scratch, EmptyDir = new() }],
                },
            },
        },
    };

    private static V1Container Container(string name, string version, IEnumerable<string> furtherArguments) => new()
    {
        Name = name,
        Image = $"registry.k8s.io/metrics-server/metrics-server:{version}",
        ImagePullPolicy = "IfNotPresent",
        Args =
        [
            "--cert-dir=/tmp",
            "--secure-port=10250",
            "--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname",
            "--kubelet-use-node-status-port",
            "--metric-resolution=15s",
            .. furtherArguments,
        ],
        Ports = [new() { Name = "https", ContainerPort = 10250, Protocol = "TCP" }],
        Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("100m"), ["memory"] = new("200Mi") } },
        LivenessProbe = Probe("/livez"),
        ReadinessProbe = Probe("/readyz", initialDelay: 20),
        SecurityContext = new()
        {
            AllowPrivilegeEscalation = false,
            Capabilities = new() { Drop = ["ALL"] },
            ReadOnlyRootFilesystem = true,
            RunAsNonRoot = true,
            RunAsUser = 1000,
            SeccompProfile = new() { Type = "RuntimeDefault" },
        },
        VolumeMounts = [new() { Name = Scratch, MountPath = "/tmp" }],
    };

    private static V1Probe Probe(string path, int? initialDelay = null) => new()
    {
        HttpGet = new() { Path = path, Port = "https", Scheme = "HTTPS" },
        PeriodSeconds = 10,
        FailureThreshold = 3,
        InitialDelaySeconds = initialDelay,
    };
}

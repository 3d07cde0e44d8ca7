using System.Globalization;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>A workload's container.</summary>
internal static class PodContainer
{
    public static V1Container Of(WorkloadModel workload, EnvironmentContext environment, IReadOnlyList<WritablePath> writable, CommentSet comments) => new()
    {
        Name = workload.ContainerName,
        Image = workload.Image,

        // A tag that moves must be looked up at every start; any other image that is there already is the right one.
        ImagePullPolicy = workload.Image.EndsWith(":latest", StringComparison.Ordinal) ? "Always" : "IfNotPresent",
        Command = workload.Command.Count == 0 ? null : [.. workload.Command],
        Args = workload.Arguments.Count == 0 ? null : [.. workload.Arguments],
        Env = workload.Variables.Count == 0 ? null : [.. workload.Variables.Select((v, i) => Variable(v, environment, i, comments))],
        Ports = workload.Ports.Count == 0
            ? null
            : [.. workload.Ports.Select(p => new V1ContainerPort { Name = p.Name, ContainerPort = p.Port, Protocol = p.Protocol })],
        Resources = Resources(workload.Resources, comments),
        StartupProbe = ContainerProbe.Of(workload.Probes.StartupProbe, "startupProbe", "restarted unless it has started", comments),
        LivenessProbe = ContainerProbe.Of(workload.Probes.LivenessProbe, "livenessProbe", "restarted", comments),
        ReadinessProbe = ContainerProbe.Of(workload.Probes.ReadinessProbe, "readinessProbe", "without new requests", comments),
        SecurityContext = new()
        {
            AllowPrivilegeEscalation = false,
            Capabilities = new() { Drop = ["ALL"] },
            ReadOnlyRootFilesystem = true,
        },
        VolumeMounts = Mounts(workload, writable),
    };

    private static V1EnvVar Variable(WorkloadVariable variable, EnvironmentContext environment, int index, CommentSet comments)
    {
        comments.Add($"env/{index}", variable.Because);
        return variable switch
        {
            { SecretKey: { } key } => new() { Name = variable.Name, ValueFrom = new() { SecretKeyRef = new() { Name = environment.SecretName, Key = key } } },
            { Setting: { } key } => new() { Name = variable.Name, ValueFrom = new() { ConfigMapKeyRef = new() { Name = environment.Cluster.SettingsName, Key = key } } },
            _ => new() { Name = variable.Name, Value = variable.Value ?? "" },
        };
    }

    private static V1ResourceRequirements? Resources(ResourcesPolicy? policy, CommentSet comments)
    {
        if (policy is null)
        {
            return null;
        }

        var (requests, limits) = (new Dictionary<string, ResourceQuantity>(), new Dictionary<string, ResourceQuantity>());
        Add("cpu", policy.CpuBounds, cpu => cpu.Millicores, "for bursts on cores that are idle");
        Add("memory", policy.MemoryBounds, memory => memory.Bytes, "beyond which it is killed");
        return new() { Requests = requests, Limits = limits };

        void Add<T>(string resource, Figure<Bounds<T>>? bounds, Func<T, decimal> amount, string purpose)
            where T : struct, IComparable<T>
        {
            if (bounds is not { Value: var (request, limit) })
            {
                return;
            }

            requests[resource] = new(request.ToString());
            limits[resource] = new(limit.ToString());
            comments.Add($"resources/requests/{resource}", bounds.Because ?? "What the scheduler reserves; utilization is counted in percent of it.");
            comments.Add($"resources/limits/{resource}", amount(request) > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{amount(limit) / amount(request):0.##} times the request, {purpose}.")
                : null);
        }
    }

    private static V1VolumeMount[]? Mounts(WorkloadModel workload, IReadOnlyList<WritablePath> writable)
    {
        V1VolumeMount[] mounts =
        [
            .. workload.Volumes.Select(v => new V1VolumeMount { Name = v.Name, MountPath = v.MountPath, ReadOnlyProperty = v.IsReadOnly ? true : null }),
            .. writable.Select(w => new V1VolumeMount { Name = w.Name, MountPath = w.Path }),
        ];
        return mounts.Length == 0 ? null : mounts;
    }
}

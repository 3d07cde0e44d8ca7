using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>The pod of a workload; one container.</summary>
internal static class PodTemplate
{
    private const string Path = "spec/template/spec";

    /// <param name="workload">The workload.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="comments">Takes the comments of the object that owns the template.</param>
    public static V1PodTemplateSpec Of(WorkloadModel workload, EnvironmentContext environment, CommentSet comments)
    {
        var account = PodUser.Of(workload);
        var volumes = WritablePaths.Of(workload);
        comments.Add($"{Path}/securityContext", account.RunAsUser is null ? null : "Not root; the group may write to mounted volumes.");
        comments.Add($"{Path}/terminationGracePeriodSeconds", workload.Shutdown?.Arithmetic);
        var containerComments = new CommentSet();
        var container = PodContainer.Of(workload, environment, volumes, containerComments);
        comments.AddBelow($"{Path}/containers/0", containerComments);
        return new()
        {
            Metadata = new() { Labels = Labels.For(workload, environment) },
            Spec = new()
            {
                ServiceAccountName = workload.Name,
                AutomountServiceAccountToken = workload.Identity.MountsToken,

                // The variables of Kubernetes' own service discovery would be one set per Service of the namespace, and some (REDIS_PORT)
                // have the names that programs read their settings from.
                EnableServiceLinks = false,
                TerminationGracePeriodSeconds = workload.Shutdown is { } shutdown ? (long)Math.Ceiling(shutdown.GracePeriod.TotalSeconds) : null,
                SecurityContext = account,
                TopologySpreadConstraints = PodSpread.Of(workload, environment, comments, Path),
                Containers = [container],
                Volumes = volumes.Count == 0
                    ? null
                    : [.. volumes.Select(v => new V1Volume { Name = v.Name, EmptyDir = new() { SizeLimit = v.SizeLimit is null ? null : new(v.SizeLimit) } })],
            },
        };
    }
}

using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>The pod's security context: the user, and what Pod Security's level <c>restricted</c> asks for.</summary>
internal static class PodUser
{
    public static V1PodSecurityContext Of(WorkloadModel workload)
    {
        var known = workload.Security.User is null ? ImageConventions.For(workload) : null;
        var user = workload.Security.User ?? known?.User;
        var group = workload.Security.Group ?? known?.Group;
        return new()
        {
            RunAsNonRoot = true,
            RunAsUser = user,
            RunAsGroup = group,

            // Lets the user write to mounted volumes; it belongs to the pod, a container has no such field.
            FsGroup = group,

            // Without it every start changes the owner of every file of a large volume.
            FsGroupChangePolicy = group is not null && workload.IsStateful ? "OnRootMismatch" : null,
            SeccompProfile = new() { Type = "RuntimeDefault" },
        };
    }
}

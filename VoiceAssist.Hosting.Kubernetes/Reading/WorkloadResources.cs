namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>Which resources of a model become workloads.</summary>
internal static class WorkloadResources
{
    /// <summary>A StatefulSet's pods carry its name and a hash of ten digits in one label.</summary>
    private const int MaxStatefulNameLength = 52;

    /// <exception cref="DistributedApplicationException">A resource cannot become one.</exception>
    public static IReadOnlyList<IResource> Of(DistributedApplicationModel model)
    {
        var workloads = model.Resources.Where(r => r is IComputeResource && !r.IsExcludedFromPublish()).ToArray();
        foreach (var workload in workloads)
        {
            Check(workload);
        }

        CheckVolumes(workloads);
        return workloads;
    }

    private static void Check(IResource workload)
    {
        if (workload is not ProjectResource && !workload.IsContainer())
        {
            throw new DistributedApplicationException(workload is ContainerResource
                ? $"The container '{workload.Name}' has no image. Give it one with WithImage(\"name:tag\")."
                : $"'{workload.Name}' ({workload.GetType().Name}) is a program of this machine; a cluster runs images. Use a project or a container in publish mode, or leave it out there (ExcludeFromManifest).");
        }

        var limit = ResourceVolumes.Named(workload).Count > 0 ? MaxStatefulNameLength : Names.MaxLabelLength;
        if (!Names.IsLabel(workload.Name) || !char.IsAsciiLetterLower(workload.Name[0]) || workload.Name.Length > limit)
        {
            throw new DistributedApplicationException(
                $"The resource name '{workload.Name}' cannot name {(limit == MaxStatefulNameLength ? "a StatefulSet" : "a Service")} in Kubernetes. Allowed: at most {limit} lower-case letters, digits and hyphens, beginning with a letter and ending with a letter or digit.");
        }
    }

    private static void CheckVolumes(IReadOnlyList<IResource> workloads)
    {
        var owners = new Dictionary<string, IResource>(StringComparer.Ordinal);
        foreach (var workload in workloads)
        {
            foreach (var volume in ResourceVolumes.Named(workload))
            {
                if (!owners.TryAdd(volume.Name, workload))
                {
                    throw new DistributedApplicationException(
                        $"The volume '{volume.Name}' is mounted {(owners[volume.Name] == workload ? $"twice by '{workload.Name}'" : $"by '{owners[volume.Name].Name}' and by '{workload.Name}'")}. In a cluster each volume belongs to one mount of one workload; give each a name of its own.");
                }
            }
        }
    }
}

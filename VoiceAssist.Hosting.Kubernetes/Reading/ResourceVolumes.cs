using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>The volumes of a container.</summary>
internal static class ResourceVolumes
{
    /// <summary>Volumes with a name: they keep data.</summary>
    /// <exception cref="DistributedApplicationException">A directory of this machine is mounted, or a name cannot be made fit.</exception>
    public static IReadOnlyList<WorkloadVolume> Named(IResource resource) =>
        [.. Mounts(resource).Where(m => m.Source is not null).Select(m => new WorkloadVolume(Fit(resource, m.Source!), m.Target, m.IsReadOnly))];

    /// <summary>Where volumes without a name are mounted: they are empty at every start.</summary>
    public static IEnumerable<string> Anonymous(IResource resource) => Mounts(resource).Where(m => m.Source is null).Select(m => m.Target);

    private static IEnumerable<ContainerMountAnnotation> Mounts(IResource resource)
    {
        foreach (var mount in resource.Annotations.OfType<ContainerMountAnnotation>())
        {
            yield return mount.Type == ContainerMountType.Volume ? mount : throw new DistributedApplicationException(
                $"'{resource.Name}' mounts the directory '{mount.Source}' of this machine at '{mount.Target}', which a cluster does not have. Put the files into the image, or add the mount in run mode only (builder.ExecutionContext.IsRunMode).");
        }
    }

    private static string Fit(IResource resource, string source)
    {
        var name = string.Concat(source.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        return Names.IsLabel(name) ? name : throw new DistributedApplicationException(
            $"The volume name '{source}' of '{resource.Name}' cannot be made fit for Kubernetes. Allowed: at most {Names.MaxLabelLength} letters, digits and hyphens.");
    }
}

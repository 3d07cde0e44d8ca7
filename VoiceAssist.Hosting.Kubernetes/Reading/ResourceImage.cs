using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>The image of a workload: the app model's for a container, the environment's registry and tag for a project.</summary>
internal static class ResourceImage
{
    /// <exception cref="DistributedApplicationException">A container has no image.</exception>
    public static string Of(IResource resource, ImagePolicy? policy, ClusterPolicy cluster)
    {
        if (resource is ProjectResource)
        {
            return Name(cluster.Registry, policy?.Repository ?? resource.Name, policy?.Tag ?? cluster.ImageTag, policy?.Digest);
        }

        if (!resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image))
        {
            throw new DistributedApplicationException($"The container '{resource.Name}' has no image. Give it one with WithImage(\"name:tag\").");
        }

        var isPinnedByModel = policy is not { Digest: not null } and not { Tag: not null } && !string.IsNullOrEmpty(image.SHA256);
        return Name(
            image.Registry,
            policy?.Repository ?? image.Image,
            policy?.Tag ?? image.Tag,
            isPinnedByModel ? $"sha256:{image.SHA256}" : policy?.Digest);
    }

    private static string Name(string? registry, string repository, string? tag, string? digest)
    {
        var name = string.IsNullOrEmpty(registry) ? repository : $"{registry}/{repository}";
        return digest is not null ? $"{name}@{digest}" : $"{name}:{(string.IsNullOrEmpty(tag) ? "latest" : tag)}";
    }
}

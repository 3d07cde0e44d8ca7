using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Reads what is known of a project.</summary>
public static class ProjectResourceExtensions
{
    /// <summary>The projects of a model.</summary>
    public static IEnumerable<ProjectResource> GetProjectResources(this DistributedApplicationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Resources.OfType<ProjectResource>();
    }

    /// <summary>The project's metadata.</summary>
    /// <exception cref="InvalidOperationException">The project has none.</exception>
    public static IProjectMetadata GetProjectMetadata(this ProjectResource projectResource) =>
        projectResource.Annotations.OfType<IProjectMetadata>().SingleOrDefault()
        ?? throw new InvalidOperationException($"Project resource '{projectResource.Name}' has no project metadata.");

    internal static bool TryGetProjectMetadata(this IResource resource, [NotNullWhen(true)] out IProjectMetadata? metadata)
    {
        metadata = resource.Annotations.OfType<IProjectMetadata>().SingleOrDefault();
        return metadata is not null;
    }
}

using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Shapes resources that are not processes or containers.</summary>
public static class CustomResourceExtensions
{
    /// <summary>The state in which the resource is first shown.</summary>
    public static IResourceBuilder<TResource> WithInitialState<TResource>(this IResourceBuilder<TResource> builder, CustomResourceSnapshot initialSnapshot)
        where TResource : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new ResourceSnapshotAnnotation(initialSnapshot), ResourceAnnotationMutationBehavior.Replace);
    }
}

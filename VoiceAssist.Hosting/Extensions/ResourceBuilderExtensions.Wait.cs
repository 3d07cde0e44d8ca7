using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Starts the resource once another one runs and is healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.WithWait(dependency, WaitType.WaitUntilHealthy, behavior: null);

    /// <summary>Starts the resource once another one runs and is healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, WaitBehavior waitBehavior)
        where T : IResourceWithWaitSupport => builder.WithWait(dependency, WaitType.WaitUntilHealthy, waitBehavior);

    /// <summary>Starts the resource once another one runs.</summary>
    public static IResourceBuilder<T> WaitForStart<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.WithWait(dependency, WaitType.WaitUntilStarted, behavior: null);

    /// <summary>Starts the resource once another one runs.</summary>
    public static IResourceBuilder<T> WaitForStart<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, WaitBehavior waitBehavior)
        where T : IResourceWithWaitSupport => builder.WithWait(dependency, WaitType.WaitUntilStarted, waitBehavior);

    /// <summary>Starts the resource once another one has ended with the given exit code.</summary>
    public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport => builder.WithWait(dependency, WaitType.WaitForCompletion, behavior: null, exitCode);

    private static IResourceBuilder<T> WithWait<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, WaitType type, WaitBehavior? behavior, int exitCode = 0)
        where T : IResourceWithWaitSupport
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(dependency);
        var resource = dependency.Resource;
        if ((IResource)builder.Resource == resource)
        {
            throw new DistributedApplicationException($"The resource '{resource.Name}' cannot wait for itself.");
        }

        if (builder.Resource is IResourceWithParent child && child.Parent == resource)
        {
            throw new DistributedApplicationException($"The resource '{builder.Resource.Name}' cannot wait for its parent '{resource.Name}'.");
        }

        // A child such as a database exists only inside its parent, so waiting for it is waiting for both.
        if (resource is IResourceWithParent { Parent: var parent } && type != WaitType.WaitForCompletion)
        {
            builder.WithWait(builder.ApplicationBuilder.CreateResourceBuilder(parent), type, behavior);
        }

        return builder
            .WithRelationship(resource, KnownRelationshipTypes.WaitFor)
            .WithAnnotation(new WaitAnnotation(resource, type, exitCode) { WaitBehavior = behavior });
    }
}

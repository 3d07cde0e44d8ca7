namespace Aspire.Hosting.ApplicationModel;

/// <summary>One instance that a resource waits for.</summary>
/// <param name="Resource">The instance's resource.</param>
/// <param name="InstanceName">The instance.</param>
/// <param name="Name">Its name for people: the resource's, or the instance's where there are several.</param>
/// <param name="WaitType">What must have become of it.</param>
/// <param name="WaitBehavior">What happens when it ends or cannot start; null: the app's default.</param>
/// <param name="ExitCode">The exit code it must have.</param>
internal sealed record WaitTarget(IResource Resource, string InstanceName, string Name, WaitType WaitType, WaitBehavior? WaitBehavior, int ExitCode)
{
    /// <summary>What a resource waits for; who waits for a child waits for its parent too.</summary>
    public static IReadOnlyList<WaitTarget> Of(IResource waiter) =>
    [
        .. waiter.Annotations.OfType<WaitAnnotation>()
            .SelectMany(wait => WithParents(wait, waiter).SelectMany(resource => Instances(resource, wait)))
            .DistinctBy(t => (t.InstanceName, t.WaitType)),
    ];

    private static IEnumerable<IResource> WithParents(WaitAnnotation wait, IResource waiter)
    {
        for (var resource = wait.Resource; resource is not null && resource != waiter; resource = (resource as IResourceWithParent)?.Parent)
        {
            // A parameter has no life to wait for.
            if (resource is not ParameterResource)
            {
                yield return resource;
            }

            if (wait.WaitType == WaitType.WaitForCompletion)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<WaitTarget> Instances(IResource resource, WaitAnnotation wait)
    {
        var names = resource.GetInstanceNames();
        return names.Select(n => new WaitTarget(resource, n, names.Count > 1 ? n : resource.Name, wait.WaitType, wait.WaitBehavior, wait.ExitCode));
    }
}

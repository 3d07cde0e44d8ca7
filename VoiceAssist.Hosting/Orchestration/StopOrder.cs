using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>In which order resources stop: each before those it waits for or refers to.</summary>
internal static class StopOrder
{
    /// <summary>Groups that stop one after the other; the resources of a group stop at the same time.</summary>
    public static IReadOnlyList<IReadOnlyList<IResource>> Of(IReadOnlyCollection<IResource> resources)
    {
        var depths = new Dictionary<IResource, int>();
        foreach (var resource in resources)
        {
            Depth(resource, []);
        }

        return [.. resources.GroupBy(r => depths[r]).OrderByDescending(g => g.Key).Select(g => g.ToArray())];

        // References, unlike waits, may form a circle; whoever is met twice is not counted again.
        int Depth(IResource resource, HashSet<IResource> path)
        {
            if (depths.TryGetValue(resource, out var known))
            {
                return known;
            }

            if (!path.Add(resource))
            {
                return -1;
            }

            var depth = DependenciesOf(resource).Where(d => d != resource).Select(d => Depth(d, path)).DefaultIfEmpty(-1).Max() + 1;
            path.Remove(resource);
            return depths[resource] = depth;
        }
    }

    private static IEnumerable<IResource> DependenciesOf(IResource resource) =>
        resource.Annotations.OfType<WaitAnnotation>().Select(w => w.Resource)
            .Concat(resource.Annotations.OfType<ResourceRelationshipAnnotation>().Where(r => r.Type == KnownRelationshipTypes.Reference).Select(r => r.Resource))
            .Select(Root)
            .Distinct();

    /// <summary>A database stops with its server.</summary>
    private static IResource Root(IResource resource) => resource is IResourceWithParent child ? Root(child.Parent) : resource;
}

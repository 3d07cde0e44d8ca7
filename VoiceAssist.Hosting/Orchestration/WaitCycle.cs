using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Finds resources that wait for each other.</summary>
internal static class WaitCycle
{
    /// <summary>The resources of a cycle, the first one repeated at the end; null when there is none.</summary>
    public static IReadOnlyList<IResource>? Find(IEnumerable<IResource> resources)
    {
        var done = new HashSet<IResource>();
        var path = new List<IResource>();
        foreach (var resource in resources)
        {
            if (Visit(resource) is { } cycle)
            {
                return cycle;
            }
        }

        return null;

        IReadOnlyList<IResource>? Visit(IResource resource)
        {
            if (path.IndexOf(resource) is >= 0 and var start)
            {
                return [.. path[start..], resource];
            }

            if (!done.Add(resource))
            {
                return null;
            }

            path.Add(resource);
            foreach (var wait in resource.Annotations.OfType<WaitAnnotation>())
            {
                if (Visit(wait.Resource) is { } cycle)
                {
                    return cycle;
                }
            }

            path.RemoveAt(path.Count - 1);
            return null;
        }
    }
}

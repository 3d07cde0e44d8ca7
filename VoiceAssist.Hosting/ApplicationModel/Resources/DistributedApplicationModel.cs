using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The finished app model.</summary>
[DebuggerDisplay("Resources = {Resources.Count}")]
public class DistributedApplicationModel
{
    /// <summary>A model over an existing collection.</summary>
    public DistributedApplicationModel(IResourceCollection resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        Resources = resources;
    }

    /// <summary>A model of the given resources.</summary>
    /// <exception cref="DistributedApplicationException">Two of them have the same name.</exception>
    public DistributedApplicationModel(IEnumerable<IResource> resources)
        : this(new ResourceCollection(resources))
    {
    }

    /// <summary>The resources, in the order in which they were added.</summary>
    public IResourceCollection Resources { get; }
}

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A thing in the app model: a project, a container, an executable, a parameter, ...</summary>
public interface IResource
{
    /// <summary>The resource's unique name (case-insensitive).</summary>
    string Name { get; }

    /// <summary>What has been said of the resource; all of its state.</summary>
    ResourceAnnotationCollection Annotations { get; }
}

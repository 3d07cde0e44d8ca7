namespace Aspire.Hosting.ApplicationModel;

/// <summary>A volume or a directory of the host in a container.</summary>
public sealed class ContainerMountAnnotation : IResourceAnnotation
{
    /// <summary>Describes a mount.</summary>
    /// <param name="source">The volume's name (null: anonymous) or the host's absolute path.</param>
    /// <param name="target">The path in the container.</param>
    /// <param name="type">Volume or bind mount.</param>
    /// <param name="isReadOnly">Whether the container may only read it.</param>
    /// <exception cref="ArgumentException">A bind mount without an absolute path, or an anonymous read-only volume.</exception>
    public ContainerMountAnnotation(string? source, string target, ContainerMountType type, bool isReadOnly)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (type == ContainerMountType.BindMount && (string.IsNullOrEmpty(source) || !Path.IsPathRooted(source)))
        {
            throw new ArgumentException($"The source of a bind mount must be an absolute path, not '{source}'.", nameof(source));
        }

        if (type == ContainerMountType.Volume && string.IsNullOrEmpty(source) && isReadOnly)
        {
            throw new ArgumentException("A volume without a name cannot be read-only: nothing could ever be in it.", nameof(isReadOnly));
        }

        (Source, Target, Type, IsReadOnly) = (source, target, type, isReadOnly);
    }

    /// <summary>The volume's name (null: anonymous) or the host's absolute path.</summary>
    public string? Source { get; }

    /// <summary>The path in the container.</summary>
    public string Target { get; }

    /// <summary>Volume or bind mount.</summary>
    public ContainerMountType Type { get; }

    /// <summary>Whether the container may only read it.</summary>
    public bool IsReadOnly { get; }
}

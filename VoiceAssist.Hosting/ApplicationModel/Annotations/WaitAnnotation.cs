using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What the start of a resource waits for.</summary>
/// <param name="resource">The resource that is waited for.</param>
/// <param name="waitType">What must have become of it.</param>
/// <param name="exitCode">The exit code it must have, for <see cref="WaitType.WaitForCompletion"/>.</param>
[DebuggerDisplay("{WaitType} {Resource.Name}")]
public sealed class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    /// <summary>The resource that is waited for.</summary>
    public IResource Resource { get; } = resource ?? throw new ArgumentNullException(nameof(resource));

    /// <summary>What must have become of it.</summary>
    public WaitType WaitType { get; } = waitType;

    /// <summary>What happens when it ends or cannot start; null: the app's default.</summary>
    public WaitBehavior? WaitBehavior { get; init; }

    /// <summary>The exit code it must have.</summary>
    public int ExitCode { get; } = exitCode;
}

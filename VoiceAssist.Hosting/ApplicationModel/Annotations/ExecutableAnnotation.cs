namespace Aspire.Hosting.ApplicationModel;

/// <summary>What an executable resource runs.</summary>
public sealed class ExecutableAnnotation : IResourceAnnotation
{
    /// <summary>An absolute path or a name on PATH.</summary>
    public required string Command { get; set; }

    /// <summary>The directory in which it runs.</summary>
    public required string WorkingDirectory { get; set; }
}

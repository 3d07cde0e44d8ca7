namespace Aspire.Hosting.ApplicationModel;

/// <summary>A program on the developer's machine.</summary>
public class ExecutableResource : Resource,
    IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport, IResourceWithProbes, IComputeResource
{
    /// <summary>Creates an executable.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="command">An absolute path or a name on PATH.</param>
    /// <param name="workingDirectory">The directory in which it runs.</param>
    public ExecutableResource(string name, string command, string workingDirectory)
        : base(name)
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        ArgumentNullException.ThrowIfNull(workingDirectory);
        Annotations.Add(new ExecutableAnnotation { Command = command, WorkingDirectory = workingDirectory });
    }

    /// <summary>An absolute path or a name on PATH.</summary>
    public string Command => Executable.Command;

    /// <summary>The directory in which it runs.</summary>
    public string WorkingDirectory => Executable.WorkingDirectory;

    private ExecutableAnnotation Executable => Annotations.OfType<ExecutableAnnotation>().Last();
}

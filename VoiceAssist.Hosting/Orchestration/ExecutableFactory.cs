using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration;

/// <summary>Makes DCP's object of a project or an executable.</summary>
internal static class ExecutableFactory
{
    /// <exception cref="DistributedApplicationException">The program does not exist.</exception>
    public static Executable Create(IResource resource, DcpInstance instance, ResolvedConfiguration configuration, Assembly? appHost)
    {
        var (path, directory, leading) = Program(resource, appHost);
        if (!Directory.Exists(directory))
        {
            throw new DistributedApplicationException($"The working directory of resource '{resource.Name}' does not exist: '{directory}'.");
        }

        var environment = configuration.Environment.Select(v => new EnvVar { Name = v.Key, Value = DcpText.Escape(v.Value) }).ToList();
        if (resource is ProjectResource && ProjectCommand.DotnetRoot is { } root && environment.All(v => v.Name != "DOTNET_ROOT"))
        {
            environment.Add(new() { Name = "DOTNET_ROOT", Value = root });
        }

        return new()
        {
            Metadata = new() { Name = instance.Name, Annotations = WorkloadAnnotations.For(resource, instance) },
            Spec = new()
            {
                ExecutablePath = path,
                WorkingDirectory = directory,
                Args = [.. leading, .. configuration.Arguments.Select(a => DcpText.Escape(a.Text))],
                Env = environment,
                ExecutionType = ExecutionTypes.Process,
            },
        };
    }

    private static (string Path, string Directory, IReadOnlyList<string> Arguments) Program(IResource resource, Assembly? appHost)
    {
        if (resource is ProjectResource project)
        {
            var command = ProjectCommand.For(project, appHost);
            return (command.Path, Path.GetDirectoryName(project.GetProjectMetadata().ProjectPath)!, command.Arguments);
        }

        var executable = (ExecutableResource)resource;
        return (executable.Command, executable.WorkingDirectory, []);
    }
}

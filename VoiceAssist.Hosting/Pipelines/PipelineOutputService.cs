using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Pipelines;

/// <inheritdoc cref="IPipelineOutputService"/>
internal sealed class PipelineOutputService(IConfiguration configuration) : IPipelineOutputService, IDisposable
{
    private const string AppHostDirectoryKey = "AppHost:Directory";
    private const string DefaultDirectory = "aspire-output";

    private readonly Lazy<DirectoryInfo> _temporary = new(() => Directory.CreateTempSubdirectory("aspire-pipelines-"));

    public string GetOutputDirectory() => configuration[CommandLineSwitches.OutputPath] is { Length: > 0 } path
        ? Path.GetFullPath(path)
        : Path.GetFullPath(DefaultDirectory, configuration[AppHostDirectoryKey] is { Length: > 0 } directory
            ? Path.GetFullPath(directory)
            : Environment.CurrentDirectory);

    public string GetOutputDirectory(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Path.Combine(GetOutputDirectory(), resource.Name);
    }

    public string GetTempDirectory() => _temporary.Value.FullName;

    public string GetTempDirectory(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Path.Combine(GetTempDirectory(), resource.Name);
    }

    public void Dispose()
    {
        if (_temporary is { IsValueCreated: true, Value.Exists: true })
        {
            _temporary.Value.Delete(recursive: true);
        }
    }
}

namespace Aspire.Hosting;

/// <summary>A project that was added by its path.</summary>
internal sealed record ProjectFile(string ProjectPath) : IProjectMetadata
{
    /// <exception cref="DistributedApplicationException">There is no such file.</exception>
    public static ProjectFile Find(IDistributedApplicationBuilder builder, string name, string projectPath)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(projectPath);
        var path = Path.GetFullPath(projectPath, builder.AppHostDirectory);
        return File.Exists(path)
            ? new(path)
            : throw new DistributedApplicationException($"The project of resource '{name}' was not found: '{path}'. Give the path of a project file, absolute or relative to '{builder.AppHostDirectory}'.");
    }
}

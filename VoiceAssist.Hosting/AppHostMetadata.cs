using System.Reflection;

namespace Aspire.Hosting;

/// <summary>What an app host's build wrote into its assembly.</summary>
internal sealed class AppHostMetadata(Assembly? appHost)
{
    private readonly AssemblyMetadataAttribute[] _metadata = [.. appHost?.GetCustomAttributes<AssemblyMetadataAttribute>() ?? []];

    /// <summary>The directory of its project file.</summary>
    public string? ProjectDirectory => Find("apphostprojectpath") is { } path ? Path.TrimEndingDirectorySeparator(path) : null;

    /// <summary>The name of its project file.</summary>
    public string? ProjectName => Find("apphostprojectname");

    public string? Find(string key) =>
        _metadata.FirstOrDefault(m => string.Equals(m.Key, key, StringComparison.OrdinalIgnoreCase))?.Value is { Length: > 0 } value ? value : null;
}

using System.Reflection;

namespace Aspire.Hosting;

/// <summary>
/// Where a referenced project's build output is: the app host's build writes it into its own assembly, since a built program starts
/// at once and stops at once, which <c>dotnet run</c> does not.
/// </summary>
internal static class ProjectOutput
{
    private const string MetadataPrefix = "projectoutput:";

    /// <summary>The project's built assembly; null when the app host's build did not name one.</summary>
    public static string? Find(Assembly? appHost, string projectPath) => appHost?
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(m => m.Key.StartsWith(MetadataPrefix, StringComparison.Ordinal)
            && string.Equals(Path.GetFullPath(m.Key[MetadataPrefix.Length..]), Path.GetFullPath(projectPath), StringComparison.Ordinal))?
        .Value;
}

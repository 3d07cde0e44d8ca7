using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Which launch profile a project uses: the one named; none; or by default the app host's own one's namesake, else the first.</summary>
internal sealed record LaunchProfileChoice(string? Name)
{
    private bool IsDefault { get; init; }

    public static LaunchProfileChoice Default { get; } = new((string?)null) { IsDefault = true };

    /// <exception cref="DistributedApplicationException">The named profile does not exist, or the file is malformed.</exception>
    public LaunchProfile? Read(IProjectMetadata project, string resourceName, IConfiguration configuration)
    {
        if (Name is null && !IsDefault)
        {
            return null;
        }

        var profiles = LaunchSettingsReader.Read(project.ProjectPath, resourceName);
        if (Name is null)
        {
            var appHosts = configuration["DOTNET_LAUNCH_PROFILE"];
            return profiles.FirstOrDefault(p => p.Name == appHosts) ?? (profiles.Count > 0 ? profiles[0] : null);
        }

        return profiles.FirstOrDefault(p => p.Name == Name) ?? throw new DistributedApplicationException(
            $"The launch profile '{Name}' of resource '{resourceName}' does not exist in '{LaunchSettingsReader.PathOf(project.ProjectPath)}'. Profiles there: {string.Join(", ", profiles.Select(p => $"'{p.Name}'"))}.");
    }
}

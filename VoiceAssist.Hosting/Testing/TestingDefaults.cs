using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>How an app host runs in a test unless the test says otherwise.</summary>
internal static class TestingDefaults
{
    private const string LaunchProfileKey = "DOTNET_LAUNCH_PROFILE";

    // The host reads variables with these prefixes without them.
    private static readonly string[] HostPrefixes = ["DOTNET_", "ASPNETCORE_"];

    /// <summary>Sets the defaults, lets the test change them, and adds what depends on its choice: the launch profile.</summary>
    /// <exception cref="InvalidOperationException">The launch profile that was asked for does not exist.</exception>
    public static HostApplicationBuilderSettings Apply(
        DistributedApplicationOptions options, string[] args, Assembly? appHost, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    {
        var projectDirectory = new AppHostMetadata(appHost).ProjectDirectory is { } directory && Directory.Exists(directory) ? directory : null;
        var settings = new HostApplicationBuilderSettings
        {
            Args = args,
            ApplicationName = appHost?.GetName().Name,
            ContentRootPath = projectDirectory,
            Configuration = new(),
        };
        options.Args = args;
        options.AssemblyName = appHost?.GetName().Name;
        options.DisableDashboard = true;
        options.EnableResourceLogging = true;
        AddMissing(settings, new Dictionary<string, string?>
        {
            ["DcpPublisher:RandomizePorts"] = "true",
            ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
        });
        configure(options, settings);
        settings.Configuration ??= new();
        if (projectDirectory is not null)
        {
            AddMissing(settings, LaunchProfile(settings, projectDirectory));
        }

        return settings;
    }

    private static void AddMissing(HostApplicationBuilderSettings settings, IEnumerable<KeyValuePair<string, string?>> values)
    {
        using var given = new ConfigurationManager();
        given.AddCommandLine(settings.Args ?? []).AddConfiguration(settings.Configuration!);
        settings.Configuration!.AddInMemoryCollection(values.Where(v => given[v.Key] is null).ToArray());
    }

    private static Dictionary<string, string?> LaunchProfile(HostApplicationBuilderSettings settings, string projectDirectory)
    {
        var profiles = LaunchSettingsReader.Read(Path.Combine(projectDirectory, "AppHost"), "the app host");
        var wanted = settings.Configuration![LaunchProfileKey];
        var profile = profiles.FirstOrDefault(p => wanted is null || p.Name == wanted);
        if (profile is null && wanted is not null)
        {
            throw new InvalidOperationException($"The launch profile '{wanted}' does not exist in '{projectDirectory}'. Profiles there: {string.Join(", ", profiles.Select(p => $"'{p.Name}'"))}.");
        }

        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (profile is not null)
        {
            values[LaunchProfileKey] = profile.Name;
            foreach (var (name, value) in profile.EnvironmentVariables)
            {
                values[name] = value;
                if (HostPrefixes.FirstOrDefault(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)) is { } prefix)
                {
                    values[name[prefix.Length..]] = value;
                }
            }
        }

        return values;
    }
}

using System.Text.Json;

namespace Aspire.Hosting;

/// <summary>Reads <c>Properties/launchSettings.json</c> of a project.</summary>
internal static class LaunchSettingsReader
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static string PathOf(string projectPath) =>
        Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");

    /// <summary>The profiles that start the project itself, in file order; empty when there is no file.</summary>
    /// <exception cref="DistributedApplicationException">The file is malformed.</exception>
    public static IReadOnlyList<LaunchProfile> Read(string projectPath, string resourceName)
    {
        var path = PathOf(projectPath);
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Options);
            return document.RootElement.TryGetProperty("profiles", out var profiles)
                ? [.. profiles.EnumerateObject().Where(p => Text(p.Value, "commandName") == "Project").Select(Profile)]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or UriFormatException)
        {
            throw new DistributedApplicationException($"The launch settings '{path}' of resource '{resourceName}' cannot be read: {e.Message}", e);
        }
    }

    private static LaunchProfile Profile(JsonProperty profile) => new(
        profile.Name,
        [.. (Text(profile.Value, "applicationUrl") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Url)],
        profile.Value.TryGetProperty("environmentVariables", out var variables)
            ? variables.EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString() ?? "")
            : []);

    /// <summary>Kestrel's wildcards (<c>http://*:5000</c>) mean all addresses; clients of one's own machine use localhost.</summary>
    private static Uri Url(string url) => new(url.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal));

    private static string? Text(JsonElement profile, string property) =>
        profile.TryGetProperty(property, out var value) ? value.GetString() : null;
}

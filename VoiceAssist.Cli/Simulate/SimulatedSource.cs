using System.Text.Json.Nodes;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Simulate;

/// <summary>The manifests to simulate: of an environment, a file, or a folder.</summary>
/// <param name="Name">Where they come from, for messages.</param>
/// <param name="Objects">The manifests.</param>
/// <param name="ScrapeInterval">How often custom metrics are measured; null for the simulator's default.</param>
internal sealed record SimulatedSource(string Name, IReadOnlyList<JsonObject> Objects, TimeSpan? ScrapeInterval)
{
    /// <summary>A name that ends in .yaml or .yml is a file, any other an environment of the tree.</summary>
    /// <exception cref="UsageException">Neither or both given, or not readable.</exception>
    public static SimulatedSource Read(string? environmentOrFile, string? path, string? tree, Surroundings around) => (environmentOrFile, path) switch
    {
        (null, { } files) => new(files, ManifestFiles.Read(files, around.Folder), null),
        ({ } file, null) when file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) =>
            new(file, YamlDocuments.ReadFile(Path.GetFullPath(file, around.Folder)), null),
        ({ } name, null) => Of(PublishedTree.Read(name, tree, around)),
        _ => throw new UsageException("Give either an environment (or a .yaml file) or -f PATH, for example 'simulate prod' or 'simulate -f manifests/'."),
    };

    private static SimulatedSource Of(PublishedEnvironment environment) =>
        new(environment.Name, environment.Objects, TimeSpan.FromSeconds(environment.Plan.ScrapeIntervalSeconds));
}

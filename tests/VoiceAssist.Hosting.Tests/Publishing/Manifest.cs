using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace VoiceAssist.Hosting.Tests.Publishing;

/// <summary>Manifests as text, without a file.</summary>
internal static class Manifest
{
    public static string FilePath { get; } = System.IO.Path.GetFullPath("/src/lab/out/manifest.json");

    public static async Task<string> WriteAsync(params IResource[] resources)
    {
        using var content = new MemoryStream();
        await using var writer = new Utf8JsonWriter(content, ManifestJson.Options);
        var context = new ManifestPublishingContext(new(DistributedApplicationOperation.Publish), FilePath, writer, TestContext.Current.CancellationToken);
        await new ManifestWriter(context).WriteModelAsync(new(resources));
        return Encoding.UTF8.GetString(content.ToArray());
    }

    /// <summary>The entries of a manifest by name.</summary>
    public static async Task<JsonObject> EntriesAsync(params IResource[] resources) =>
        JsonNode.Parse(await WriteAsync(resources))!["resources"]!.AsObject();

    public static async Task<JsonObject> EntryAsync(IResource resource) => (await EntriesAsync(resource))[resource.Name]!.AsObject();

    /// <summary>A manifest written by Aspire 13.5 itself.</summary>
    public static string Fixture(string name) => File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "Publishing", "Fixtures", name));
}
